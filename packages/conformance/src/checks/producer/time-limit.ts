import { anyAttempt, firstOf, producerCheck } from "./producer-check.ts";

/** The time limit is told. */
export const timeLimit = producerCheck({
  name: "time-limit",
  title: "tells the time limit in force of each attempt",
  requirements: ["trace-node-started-payload"],
  says: anyAttempt(({ timeoutMs }) => timeoutMs !== undefined),
  compare: (comparison) =>
    firstOf(comparison, ({ expected: { timeoutMs }, found: { started }, place }) => {
      if (timeoutMs === undefined || started["timeoutMs"] === timeoutMs) return undefined;
      return {
        message: `${place} tells another time limit`,
        expected: `${timeoutMs} ms`,
        found: JSON.stringify(started["timeoutMs"]) ?? "nothing",
      };
    }),
});
