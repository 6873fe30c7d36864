import { isTerminalStatus } from "../../engine/validation.ts";
import type { Rule } from "../../engine/rule.ts";

/** finishedAt is absent while the run has not ended; spec/text/manifest.md#manifest-running-with-finished-at. */
export const runningWithFinishedAt: Rule = {
  id: "manifest/running-with-finished-at",
  needs: ["manifest"],
  // In 1.1 the schema says so.
  applies: (ctx) => ctx.version === "1.0",
  check(ctx, report) {
    const { manifest } = ctx;
    if (manifest?.finishedAt === undefined || isTerminalStatus(manifest.status)) return;
    report({
      file: "manifest.json",
      pointer: "/finishedAt",
      message: `The manifest says ${manifest.status}, and when the run finished`,
      actual: manifest.finishedAt,
      hint: "the run was interrupted while the manifest was written; readers take the status from the trace",
    });
  },
};
