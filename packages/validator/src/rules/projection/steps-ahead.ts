import type { Rule } from "../../engine/rule.ts";
import { collectBindings } from "./compare/bindings.ts";
import { followProjections } from "./compare/follower.ts";
import { aheadInRun } from "./compare/run-steps.ts";
import { compareSteps } from "./compare/steps.ts";

/** No step without its node_outcome; spec/text/projections.md#projection-steps-ahead. */
export const stepsAhead: Rule = {
  id: "projection/steps-ahead",
  needs: ["steps", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      ...collectBindings(ctx),
      async end() {
        const finding =
          (await compareSteps(ctx)).finding("projection/steps-ahead") ?? aheadInRun(ctx);
        if (finding !== undefined) report(finding);
      },
    };
  },
};
