import type { NodeOutcome } from "@flow-bundle/schema";
import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** How many levels an inline output may be nested; `{}` is one level. */
const maxLevels = 32;

/** A deep output is in an artifact, so that documents can repeat what is inline; spec/text/trace.md#trace-large-values. */
export const largeValues: Rule = {
  id: "trace/large-values",
  needs: ["trace"],
  check(_ctx, report): Handlers {
    const check = (at: TraceLine): void => {
      const { outputInline } = (at.event as NodeOutcome).payload;
      if (isWithin(outputInline, maxLevels)) return;
      report({
        ...placeOf(at),
        pointer: "/payload/outputInline",
        message: `The output is nested deeper than ${maxLevels} levels`,
        expected: `at most ${maxLevels} levels, or outputArtifact`,
        hint: "write a deep value into an artifact and refer to it with outputArtifact",
      });
    };
    return { on: { node_outcome: check, run_resumed: check } };
  },
};

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (levels === 0) return false;
  for (const inner of Object.values(value)) {
    if (!isWithin(inner, levels - 1)) return false;
  }
  return true;
}
