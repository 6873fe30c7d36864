import type { BundleSource } from "@flow-bundle/bundle";
import type { BundleReport } from "@flow-bundle/schema";
import { validateBundle } from "@flow-bundle/validator";
import type { Answer } from "../generated/types.ts";

/** What our own validator answers. */
export async function judgeBundle(source: BundleSource): Promise<Answer> {
  return answerOf(await validateBundle(source, {}));
}

/** A report as an answer. */
export function answerOf({ verdict, findings }: BundleReport): Answer {
  const counting = findings.filter(({ severity }) => severity !== "info");
  return { verdict, ruleIds: [...new Set(counting.map(({ ruleId }) => ruleId))].toSorted() };
}
