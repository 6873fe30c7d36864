import type { Rule } from "../../engine/rule.ts";
import { fieldFinding } from "./compare/fields.ts";
import { followProjections } from "./compare/follower.ts";
import { mergeFindings } from "./compare/merge.ts";
import { shownOf } from "./compare/moments.ts";

/** error is that of the terminal event; spec/text/projections.md#projection-error. */
export const error: Rule = {
  id: "projection/error",
  needs: ["run", "live", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        const findings = shownOf(ctx).map((shown) => {
          const { value, state, strictness } = shown;
          // Writers of 1.0 may be one event ahead or, when interrupted, leave it out.
          if (strictness === "open" && (state.terminal === null || value.error === undefined)) {
            return undefined;
          }
          return fieldFinding(shown, "error", state.error, {
            what: "the error of the event that ended the run",
            whyAbsent: "the trace tells no error of the run",
          });
        });
        for (const finding of mergeFindings(findings)) report(finding);
      },
    };
  },
};
