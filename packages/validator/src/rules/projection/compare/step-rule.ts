import type { Input, Rule } from "../../../engine/rule.ts";
import { collectBindings } from "./bindings.ts";
import { followProjections } from "./follower.ts";
import { compareSteps } from "./steps.ts";

/** A rule that reports what {@link compareSteps} found for it. */
export function stepRule(id: string, needs: readonly Input[]): Rule {
  return {
    id,
    needs,
    check(ctx, report) {
      return {
        ...followProjections(ctx),
        ...collectBindings(ctx),
        async end() {
          const finding = (await compareSteps(ctx)).finding(id);
          if (finding !== undefined) report(finding);
        },
      };
    },
  };
}
