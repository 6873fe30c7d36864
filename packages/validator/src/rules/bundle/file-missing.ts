import type { Rule } from "../../engine/rule.ts";

const required = ["flow.json", "projections/run.json", "projections/live.json", "projections/steps.json"];

/** The documents of the layout exist; spec/text/layout.md#bundle-file-missing. */
export const fileMissing: Rule = {
  id: "bundle/file-missing",
  needs: [],
  check(ctx, report) {
    if (ctx.truncated) return;
    for (const file of required) {
      if (!ctx.entries.has(file)) report({ file, message: `The bundle has no ${file}` });
    }
    // Until its first event is written a run may have no trace.
    if (ctx.entries.has("trace.ndjson") || (ctx.manifest?.status === "running" && hasNothing(ctx))) return;
    report({
      file: "trace.ndjson",
      message: "The bundle has no trace.ndjson",
      hint: "the trace is the record of the run: without it nothing can be replayed",
    });
  },
};

/** True while projections show that no event was written yet. */
function hasNothing(ctx: Parameters<Rule["check"]>[0]): boolean {
  return (ctx.steps?.length ?? 0) === 0 && (ctx.run?.upToSeq ?? 0) === 0 && ctx.run?.currentAttemptId === undefined;
}
