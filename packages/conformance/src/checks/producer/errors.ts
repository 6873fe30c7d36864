import { artifactText } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** What went wrong is said. */
export const errors = producerCheck({
  name: "errors",
  title: "says of attempts that are not ok what went wrong",
  requirements: ["attempt-error-presence", "artifact-error-text"],
  says: anyAttempt(({ error }) => error !== undefined),
  compare: (comparison) =>
    firstOf(comparison, async ({ expected: { error }, outcome, place }) => {
      if (error === undefined) return undefined;
      const text =
        (await artifactText(comparison.found, outcome["errorArtifact"])) ?? outcome["error"];
      if (typeof text === "string" && text.includes(error)) return undefined;
      return {
        message: `${place} has another error`,
        expected: `a text with ${show(error)}`,
        found: show(text),
      };
    }),
});
