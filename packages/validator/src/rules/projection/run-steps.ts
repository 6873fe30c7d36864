import type { Rule } from "../../engine/rule.ts";
import { collectBindings } from "./compare/bindings.ts";
import { followProjections } from "./compare/follower.ts";
import { compareRunSteps } from "./compare/run-steps.ts";
import { compareSteps } from "./compare/steps.ts";

/** steps in run.json equals steps.json; spec/text/projections.md#projection-run-steps. */
export const runSteps: Rule = {
  id: "projection/run-steps",
  needs: ["run", "steps"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      ...collectBindings(ctx),
      async end() {
        const finding = compareRunSteps(ctx, await compareSteps(ctx));
        if (finding !== undefined) report(finding);
      },
    };
  },
};
