import type { Rule } from "../../engine/rule.ts";
import { digestName } from "./digest.ts";

/** Every file in artifacts/ is referenced by an event; spec/text/artifacts.md#artifact-unreferenced. */
export const unreferenced: Rule = {
  id: "artifact/unreferenced",
  needs: ["trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        // A run that has ended and has no events is manifest/terminal-missing.
        if (ctx.trace.events === 0) return;
        const used = new Set(ctx.artifactUses.map(({ reference }) => reference.path));
        for (const [file, { type }] of ctx.entries) {
          // Other names are artifact/file-name or unknown to the format.
          if (type !== "file" || !digestName.test(file) || used.has(file)) continue;
          // The line that names it may be in the torn tail, or not be written yet.
          if (ctx.status === "running" && ctx.fold.terminal === null && ctx.version === "1.1")
            continue;
          report({
            file,
            message: "No event refers to this artifact",
            hint: "its writer was stopped between the file and the line that names it",
          });
        }
      },
    };
  },
};
