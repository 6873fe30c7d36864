import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** The trace has its end, the manifest does not say so yet; spec/text/run-lifecycle.md#trace-unclosed. */
export const unclosed: Rule = {
  id: "trace/unclosed",
  needs: ["manifest", "trace"],
  applies: (ctx) => ctx.status === "running",
  check(ctx, report) {
    return {
      traceEnd() {
        const { terminal, status } = ctx.fold;
        // A running manifest with finishedAt is a finding of its own.
        if (terminal === null || ctx.manifest?.finishedAt !== undefined) return;
        report({
          file: "manifest.json",
          pointer: "/status",
          message: `The run ended as ${status}, but the bundle was not closed: the manifest still says running`,
          expected: status,
          actual: ctx.status,
          related: [{ file: traceFile, line: terminal.seq, message: terminal.type }],
          hint: "its writer stopped before it could close the bundle; readers take the status from the trace",
        });
      },
    };
  },
};
