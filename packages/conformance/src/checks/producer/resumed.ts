import { isDeepStrictEqual } from "node:util";
import { outputOf } from "../../produce/evidence.ts";
import { show } from "../show.ts";
import { producerCheck } from "./producer-check.ts";

/** A run that goes on says why, and with what. */
export const resumed = producerCheck({
  name: "resumed",
  title: "says why a run goes on, and with what",
  requirements: ["trace-resume-order", "trace-run-resumed-payload", "writer-reopen"],
  says: (expected) => expected.resumed !== undefined,
  async compare({ expected: { resumed: wanted = [] }, found }) {
    const events = found.runEvents.filter(({ type }) => type === "run_resumed");
    if (events.length !== wanted.length) {
      return {
        message: `the run was resumed ${events.length} times`,
        expected: `${wanted.length}`,
        found: `${events.length}`,
      };
    }
    for (const [index, { payload }] of events.entries()) {
      const { cause, attemptIndex, ...answer } = wanted[index] ?? { cause: "input" };
      const place = `run_resumed ${index + 1}`;
      if (payload["cause"] !== cause) {
        const said = JSON.stringify(payload["cause"]);
        return { message: `${place} has the cause ${said}`, expected: cause, found: said };
      }
      const named =
        attemptIndex === undefined ? undefined : found.attempts[attemptIndex]?.attemptId;
      // Naming the attempt is optional after a wait.
      const isNamed =
        payload["attemptId"] === named || (cause === "input" && !payload["attemptId"]);
      if (attemptIndex !== undefined && !isNamed) {
        return {
          message: `${place} names another attempt`,
          expected: show(named),
          found: show(payload["attemptId"]),
        };
      }
      const output = await outputOf(found, payload);
      const value = output.type === "value" ? output.value : undefined;
      const isRight =
        "output" in answer ? isDeepStrictEqual(value, answer.output) : output.type === "none";
      if (!isRight) {
        return {
          message: `${place} gives the checkpoint another output`,
          expected: "output" in answer ? show(answer.output) : "none",
          found: show(value),
        };
      }
    }
    return undefined;
  },
});
