import type { FindingInput } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";
import { currentFinding, keepsCurrent } from "./compare/current.ts";
import { difference } from "./compare/difference.ts";
import { fieldFinding } from "./compare/fields.ts";
import { followProjections } from "./compare/follower.ts";
import { mergeFindings } from "./compare/merge.ts";
import { shownOf } from "./compare/moments.ts";

/** current* fields speak of the open attempt; spec/text/projections.md#projection-current. */
export const current: Rule = {
  id: "projection/current",
  needs: ["run", "live", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        const findings = shownOf(ctx).map((shown) =>
          keepsCurrent(shown) ? undefined : (currentFinding(ctx, shown) ?? detailFinding(shown)),
        );
        for (const finding of mergeFindings(findings)) report(finding);
      },
    };
  },
};

/** statusDetail, which 1.0 does not derive from the trace in every case. */
function detailFinding(shown: ReturnType<typeof shownOf>[number]): FindingInput | undefined {
  const { value, state, strictness } = shown;
  if (strictness !== "exact") return undefined;
  // Where one of these is wrong, their rules speak, and the detail is most likely the same text.
  if (difference(state.error, value.error) ?? difference(state.waitingOn, value.waitingOn))
    return undefined;
  return fieldFinding(shown, "statusDetail", state.statusDetail, {
    what: "what the trace says of the run at this point",
    whyAbsent: "the trace says nothing of the run at this point",
  });
}
