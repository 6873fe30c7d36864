import type { Rule } from "../../engine/rule.ts";
import { fieldFinding } from "./compare/fields.ts";
import { followProjections } from "./compare/follower.ts";
import { mergeFindings } from "./compare/merge.ts";
import { shownOf } from "./compare/moments.ts";

/** waitingOn is the node that waits; spec/text/projections.md#projection-waiting-on. */
export const waitingOn: Rule = {
  id: "projection/waiting-on",
  needs: ["run", "live", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        const findings = shownOf(ctx).map((shown) => {
          const { value, state, strictness } = shown;
          // In 1.0 no event tells when the run begins to wait.
          if (strictness === "open" && state.waiting !== null && value.waitingOn === undefined) {
            return undefined;
          }
          return fieldFinding(shown, "waitingOn", state.waitingOn, {
            what: "the node that the run waits at",
            whyAbsent: "the run does not wait",
          });
        });
        for (const finding of mergeFindings(findings)) report(finding);
      },
    };
  },
};
