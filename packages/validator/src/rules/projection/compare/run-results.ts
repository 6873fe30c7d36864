import type { Input, Rule } from "../../../engine/rule.ts";
import { collectBindings } from "./bindings.ts";
import { Faults } from "./faults.ts";
import { followProjections } from "./follower.ts";
import { momentsOf } from "./moments.ts";
import { compareOutputs } from "./outputs.ts";
import { perBundle } from "./per-bundle.ts";
import { compareResults } from "./results.ts";
import { compareSteps } from "./steps.ts";

const faultsOf = perBundle(async (ctx) => {
  const faults = new Faults();
  const steps = await compareSteps(ctx);
  const { run } = momentsOf(ctx);
  // What is wrong with whole steps shows in results and outputs as well.
  if (run !== undefined && !steps.misfits) {
    compareResults(ctx, run, steps, faults);
    compareOutputs(ctx, run, steps, faults);
  }
  return faults;
});

/** A rule that reports what comparing `results` and `outputs` of run.json found for it. */
export function resultsRule(id: string, needs: readonly Input[]): Rule {
  return {
    id,
    needs,
    check(ctx, report) {
      return {
        ...followProjections(ctx),
        ...collectBindings(ctx),
        async end() {
          const finding = (await faultsOf(ctx)).finding(id);
          if (finding !== undefined) report(finding);
        },
      };
    },
  };
}
