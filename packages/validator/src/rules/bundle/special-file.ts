import type { Rule } from "../../engine/rule.ts";

const documents: ReadonlySet<string> = new Set([
  "manifest.json",
  "flow.json",
  "trace.ndjson",
  "projections/run.json",
  "projections/live.json",
  "projections/steps.json",
]);

/** Files are regular files and folders are folders; spec/text/layout.md#bundle-special-file. */
export const specialFile: Rule = {
  id: "bundle/special-file",
  needs: [],
  check(ctx, report) {
    for (const [file, entry] of ctx.entries) {
      if (entry.type === "special") {
        report({
          file,
          message:
            "This is a device, a FIFO or a socket; a bundle has none, and readers do not open it",
          hint: "remove it",
        });
      } else if (entry.type === "directory" && documents.has(file)) {
        report({
          file,
          message: "This is a folder, where a file is expected",
          expected: "file",
          actual: "directory",
        });
      }
    }
  },
};
