import type { Rule } from "../../engine/rule.ts";

/** Says of a run that has not ended when its last event was written; spec/text/run-lifecycle.md#trace-in-progress. */
export const inProgress: Rule = {
  id: "trace/in-progress",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        const { lastAt, events } = ctx.trace;
        if (ctx.status !== "running" || ctx.fold.terminal !== null || lastAt === undefined) return;
        const { openAttempt } = ctx.fold;
        const doing = openAttempt === null ? "" : `, in attempt ${JSON.stringify(openAttempt.attemptId)}`;
        report({
          file: "trace.ndjson",
          line: events,
          message: `The run has not ended; its last event was written at ${lastAt}${doing}`,
          ...(openAttempt === null ? {} : { nodeId: openAttempt.nodeId, attemptId: openAttempt.attemptId }),
        });
      },
    };
  },
};
