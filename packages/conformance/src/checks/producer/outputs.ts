import { isDeepStrictEqual } from "node:util";
import { outputOf } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** Outputs are those that the nodes gave. */
export const outputs = producerCheck({
  name: "outputs",
  title: "records what nodes gave, in the event or as an artifact",
  requirements: ["attempt-output-choice", "attempt-output-value"],
  says: anyAttempt((attempt) => "output" in attempt || attempt.noOutput === true),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected, outcome, place }) => {
      if (!("output" in expected) && expected.noOutput !== true) return undefined;
      const found = await outputOf(comparison.found, outcome);
      if (expected.noOutput === true) {
        if (found.type === "none") return undefined;
        return {
          message: `${place} has an output`,
          expected: "none",
          found: show(found.type === "value" ? found.value : found.type),
        };
      }
      if (found.type !== "value") {
        const message = `${place} has no output${found.type === "none" ? "" : " that can be read"}`;
        return { message, expected: show(expected.output) };
      }
      if (isDeepStrictEqual(found.value, expected.output)) return undefined;
      return {
        message: `${place} has another output`,
        expected: show(expected.output),
        found: show(found.value),
      };
    }),
});
