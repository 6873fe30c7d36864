import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";

/** The manifest's status is what the trace says; spec/text/run-lifecycle.md#manifest-status-mismatch. */
export const statusMismatch: Rule = {
  id: "manifest/status-mismatch",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        const { terminal, status } = ctx.fold;
        const say = (message: string, line: number): void => {
          report({
            file: "manifest.json",
            pointer: "/status",
            message,
            expected: status,
            actual: ctx.status,
            related: [{ file: traceFile, line }],
            hint: "the trace is the source of truth",
          });
        };
        if (terminal !== null) {
          // A manifest that has not caught up is trace/unclosed.
          if (ctx.finished && status !== ctx.status) {
            say(
              `The manifest says ${ctx.status}, the trace ends with ${terminal.type}`,
              terminal.seq,
            );
          } else if (ctx.status === "waiting") {
            say(`The manifest says waiting, the trace ends with ${terminal.type}`, terminal.seq);
          }
          return;
        }
        // Writers of 1.0 may be killed between the outcome of a checkpoint and the manifest.
        if (
          ctx.version === "1.1" &&
          ctx.status === "waiting" &&
          ctx.fold.lastType === "run_resumed"
        ) {
          say("The manifest says waiting, but the run was resumed", ctx.trace.events);
        }
      },
    };
  },
};
