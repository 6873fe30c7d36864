import type { Rule } from "../../engine/rule.ts";
import { isTemporary } from "../bundle/temporary.ts";

const nameForm = /^artifacts\/sha256-[0-9a-f]{64}\.[a-z0-9]+$/;

/** Names in artifacts/ are sha256-<64 hex>.<extension>; spec/text/artifacts.md#artifact-file-name. */
export const fileName: Rule = {
  id: "artifact/file-name",
  needs: [],
  check(ctx, report) {
    for (const [file, { type }] of ctx.entries) {
      if (
        !file.startsWith("artifacts/") ||
        type !== "file" ||
        nameForm.test(file) ||
        isTemporary(file)
      )
        continue;
      // Folders in artifacts/ are unknown to the format, and so is what is in them.
      if (file.slice("artifacts/".length).includes("/")) continue;
      report({
        file,
        message: "The name of an artifact is its digest and an extension",
        expected: "sha256-<64 hex digits>.<extension>",
        actual: file.slice("artifacts/".length),
      });
    }
  },
};
