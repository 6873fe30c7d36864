import { producerCheck } from "./producer-check.ts";

const handled = new Set(["SIGINT", "SIGTERM", "SIGHUP"]);

/** An interrupted run is brought to its end. */
export const interrupted = producerCheck({
  name: "interrupted",
  title: "ends an interrupted run as failed, and its open attempt as cancelled",
  requirements: ["run-interrupted", "attempt-outcome-missing"],
  says: ({ status }, { item: { request, then } }) => {
    const { interrupt } = (request ?? {}) as {
      readonly interrupt?: { readonly signal: string };
    };
    return handled.has(interrupt?.signal ?? "") && status === "failed" && then === undefined;
  },
  compare({ expected, found: { runEvents, attempts } }) {
    const end = runEvents.at(-1);
    if (end?.type !== "run_failed" || end.payload["status"] !== "failed") {
      return {
        message: "the interrupted run does not end as failed",
        expected: "run_failed, with the status failed",
        found: end?.type ?? "nothing",
      };
    }
    if (expected.attempts.at(-1)?.outcome !== "cancelled") return undefined;
    const outcome = attempts.at(-1)?.outcome?.["outcome"];
    if (outcome === "cancelled") return undefined;
    return {
      message: "the attempt that was interrupted is not cancelled",
      expected: "cancelled",
      found: outcome === undefined ? "no outcome" : String(outcome),
    };
  },
});
