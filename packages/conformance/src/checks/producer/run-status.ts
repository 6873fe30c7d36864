import { producerCheck } from "./producer-check.ts";

const deciding = new Map([
  ["run_started", "running"],
  ["run_waiting", "waiting"],
  ["run_resumed", "running"],
  ["run_completed", "completed"],
  ["run_timed_out", "timed_out"],
]);

/** The run ends as it should, by trace and manifest. */
export const runStatus = producerCheck({
  name: "run-status",
  title: "ends each run with the status that its course gives",
  requirements: ["manifest-status-mismatch", "trace-terminal-once"],
  says: () => true,
  compare({ expected: { status, error }, found: { manifest, runEvents } }) {
    if (manifest["status"] !== status) {
      return {
        message: `the status in the manifest is ${JSON.stringify(manifest["status"])}`,
        expected: status,
        found: String(manifest["status"]),
      };
    }
    const last = runEvents.at(-1);
    const byTrace =
      last?.type === "run_failed" ? last.payload["status"] : deciding.get(last?.type ?? "");
    // In 1.0 only the manifest says that a run waits.
    if (byTrace !== status && !(status === "waiting" && byTrace === "running")) {
      return {
        message: `the status by the trace is ${JSON.stringify(byTrace)}`,
        expected: status,
        found: String(byTrace),
      };
    }
    const said = last?.payload["error"];
    if (error !== undefined && !String(said).includes(error)) {
      return {
        message: "the error of the run is another",
        expected: `a text with ${JSON.stringify(error)}`,
        found: JSON.stringify(said),
      };
    }
    return undefined;
  },
});
