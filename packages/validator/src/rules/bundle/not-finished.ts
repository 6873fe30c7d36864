import type { Rule } from "../../engine/rule.ts";

/** The run has ended, where the caller requires it; spec/text/run-lifecycle.md#bundle-not-finished. */
export const notFinished: Rule = {
  id: "bundle/not-finished",
  needs: ["manifest"],
  check(ctx, report) {
    if (ctx.finished) return;
    report({
      file: "manifest.json",
      pointer: "/status",
      message: "The run has not ended, and a finished bundle is required",
      expected: "completed, failed or timed_out",
      actual: ctx.status,
    });
  },
};
