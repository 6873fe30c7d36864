import { printableJson } from "@flow-bundle/bundle";
import type { Io } from "../io.ts";
import { failedAttempt, waitingAttempt } from "./reporter.ts";
import type { Reporter } from "./reporter.ts";

/** A line of JSON for each event, as it stands in the trace, and one of type `result` at the end. */
export function jsonReporter(io: Io): Reporter {
  const write = (value: unknown) => io.stdout.write(`${printableJson(JSON.stringify(value))}\n`);
  return {
    observe: write,
    end(end) {
      const { runId, path, status, error, waitingOn, output } = end;
      const attemptId = failedAttempt(end) ?? waitingAttempt(end);
      write({ type: "result", runId, path, status, error, attemptId, waitingOn, output });
    },
    interject: (text) => io.stderr.write(text),
    close: () => undefined,
  };
}
