import type { Rule } from "../../engine/rule.ts";
import { fieldFinding } from "./compare/fields.ts";
import { followProjections } from "./compare/follower.ts";
import { mergeFindings } from "./compare/merge.ts";
import { shownOf } from "./compare/moments.ts";

/** status is that of the trace; spec/text/projections.md#projection-status. */
export const status: Rule = {
  id: "projection/status",
  needs: ["run", "live", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        const findings = shownOf(ctx).map((shown) => {
          const { value, state, strictness } = shown;
          if (strictness === "open") return undefined;
          // Where the manifest says the same wrong thing, it is manifest/status-mismatch.
          if (value.status === ctx.status && ctx.finished && state === ctx.fold) return undefined;
          return fieldFinding(shown, "status", state.status, {
            what: "the status that the trace gives",
            whyAbsent: "",
          });
        });
        for (const finding of mergeFindings(findings)) report(finding);
      },
    };
  },
};
