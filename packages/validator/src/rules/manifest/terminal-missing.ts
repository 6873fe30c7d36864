import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";

/** A finished manifest stands over a trace with its end; spec/text/run-lifecycle.md#manifest-terminal-missing. */
export const terminalMissing: Rule = {
  id: "manifest/terminal-missing",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    return {
      traceEnd() {
        if (!ctx.finished || ctx.fold.terminal !== null) return;
        report({
          file: "manifest.json",
          pointer: "/status",
          message: `The manifest says ${ctx.status}, but the trace has no terminal event`,
          expected: terminalFor(ctx.status),
          actual: ctx.fold.lastType ?? "no event",
          related: [
            { file: traceFile, line: Math.max(1, ctx.trace.events), message: "the last event" },
          ],
          hint: "the end of the trace was lost, or the writer closed the bundle too early",
        });
      },
    };
  },
};

function terminalFor(status: string): string {
  return status === "timed_out" ? "run_timed_out" : `run_${status}`;
}
