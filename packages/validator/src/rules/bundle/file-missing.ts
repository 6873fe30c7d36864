import { mayLackTrace } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";

const required = [
  "flow.json",
  "projections/run.json",
  "projections/live.json",
  "projections/steps.json",
];

/** The documents of the layout exist; spec/text/layout.md#bundle-file-missing. */
export const fileMissing: Rule = {
  id: "bundle/file-missing",
  needs: [],
  check(ctx, report) {
    for (const file of required) {
      if (!ctx.entries.has(file)) report({ file, message: `The bundle has no ${file}` });
    }
    if (ctx.entries.has("trace.ndjson") || mayLackTrace(ctx)) return;
    report({
      file: "trace.ndjson",
      message: "The bundle has no trace.ndjson",
      hint: "the trace is the record of the run: without it nothing can be replayed",
    });
  },
};
