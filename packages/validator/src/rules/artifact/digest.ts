import type { Rule } from "../../engine/rule.ts";

/** Paths of artifacts, with the digest that they say. */
export const digestName = /^artifacts\/sha256-([0-9a-f]{64})\.[a-z0-9]+$/;

/** A file in artifacts/ has the digest in its name; spec/text/artifacts.md#artifact-digest. */
export const digest: Rule = {
  id: "artifact/digest",
  needs: [],
  check(ctx, report) {
    return {
      end() {
        for (const { path, sha256, bytes } of ctx.artifactFiles.values()) {
          const expected = digestName.exec(path)?.[1];
          // A name of another form is artifact/file-name.
          if (expected === undefined || expected === sha256) continue;
          const use = ctx.artifactUses.find(({ reference }) => reference.path === path);
          report({
            file: path,
            message: `The content (${bytes} bytes) does not have the digest that its name says`,
            expected,
            actual: sha256,
            ...(use === undefined
              ? {}
              : { related: [{ file: "trace.ndjson", line: use.line, pointer: use.pointer }] }),
            hint: "the file was changed or cut after it was written",
          });
        }
      },
    };
  },
};
