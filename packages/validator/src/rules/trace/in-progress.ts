import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** Says of a run that has not ended when its last event was written; spec/text/run-lifecycle.md#trace-in-progress. */
export const inProgress: Rule = {
  id: "trace/in-progress",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.status === "running",
  check(ctx, report) {
    return {
      traceEnd() {
        const { openAttempt, terminal } = ctx.fold;
        const { lastAt, lines } = ctx.trace;
        if (terminal !== null || lastAt === undefined) return;
        const doing = openAttempt === null ? "" : `, in ${JSON.stringify(openAttempt.attemptId)}`;
        report({
          file: traceFile,
          line: lines,
          message: `The run has not ended; its last event was written at ${lastAt}${doing}`,
          ...(openAttempt === null
            ? {}
            : { nodeId: openAttempt.nodeId, attemptId: openAttempt.attemptId }),
          hint: "no fault: it may go on, or its process may have died; the bundle does not tell which",
        });
      },
    };
  },
};
