import type { Rule } from "../../engine/rule.ts";
import { collectBindings } from "./compare/bindings.ts";
import { followProjections } from "./compare/follower.ts";
import { mergeFindings } from "./compare/merge.ts";
import { shownOf } from "./compare/moments.ts";
import { compareSteps } from "./compare/steps.ts";
import { firstTimeFinding } from "./compare/times.ts";

/** Times are those of the events (1.0: not after them); spec/text/projections.md#projection-times. */
export const times: Rule = {
  id: "projection/times",
  needs: ["run", "live", "steps", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      ...collectBindings(ctx),
      async end() {
        for (const finding of mergeFindings(shownOf(ctx).map(firstTimeFinding))) report(finding);
        const finding = (await compareSteps(ctx)).finding("projection/times");
        if (finding !== undefined) report(finding);
      },
    };
  },
};
