import { artifactText } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

const parts = [
  ["prompt", "promptArtifact"],
  ["response", "rawResponseArtifact"],
] as const;

/** Prompts and answers are kept as text. */
export const turns = producerCheck({
  name: "turns",
  title: "keeps the prompt and the answer of each turn",
  requirements: ["session-receipt", "session-raw-response-text"],
  says: anyAttempt(({ prompt, response }) => prompt !== undefined || response !== undefined),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected, outcome, place }) => {
      for (const [part, receipt] of parts) {
        const wanted = expected[part];
        if (wanted === undefined) continue;
        const found = await artifactText(comparison.found, outcome[receipt]);
        if (found === wanted) continue;
        return {
          message: `${place} has ${found === undefined ? "no" : "another"} ${part}`,
          expected: show(wanted),
          found: show(found),
        };
      }
      return undefined;
    }),
});
