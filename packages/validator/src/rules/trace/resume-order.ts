import type { FoldState } from "@flow-bundle/bundle";
import type { RunResumed } from "@flow-bundle/schema";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";
import { placeOf } from "../place.ts";

/** The error of an attempt that was open when its process died. */
const processEnded = "Process ended";

type Fault = Omit<FindingInput, "file" | "line">;

/** When and why a run may go on; spec/text/run-lifecycle.md#trace-resume-order. */
export const resumeOrder: Rule = {
  id: "trace/resume-order",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        run_resumed: (at) => {
          if (ctx.fold.terminal !== null) return;
          const { payload } = at.event as RunResumed;
          const fault =
            payload.cause === "input"
              ? faultOfInput(payload, ctx.fold)
              : faultOfCrash(payload, ctx.fold);
          if (fault !== undefined) report({ ...placeOf(at), ...fault });
        },
      },
    };
  },
};

function faultOfInput(
  { attemptId }: RunResumed["payload"],
  { waiting, lastType }: FoldState,
): Fault | undefined {
  if (waiting === null) {
    return {
      pointer: "/payload/cause",
      message: "The run resumes with cause input, but it was not waiting",
      expected: "run_waiting directly before",
      actual: lastType ?? "no event",
      hint: "a run that goes on after its process died has cause crash",
    };
  }
  if (attemptId === undefined || attemptId === waiting.attemptId) return undefined;
  return {
    pointer: "/payload/attemptId",
    message: "The run resumes at another attempt than the one it waited at",
    expected: waiting.attemptId,
    actual: attemptId,
    related: [{ file: traceFile, line: waiting.seq, message: "run_waiting" }],
    hint: "name the attempt that run_waiting names, or none",
  };
}

function faultOfCrash(
  { attemptId }: RunResumed["payload"],
  { waiting, openAttempt, lastAttempt, lastType }: FoldState,
): Fault | undefined {
  if (waiting !== null) {
    return {
      pointer: "/payload/cause",
      message: `The run resumes with cause crash, but it waits at ${JSON.stringify(waiting.attemptId)}`,
      expected: "input",
      actual: "crash",
      related: [{ file: traceFile, line: waiting.seq, message: "run_waiting" }],
      hint: "a run that waits needs no process: it goes on when it gets its input",
    };
  }
  if (openAttempt !== null) {
    return {
      pointer: "/payload/cause",
      attemptId: openAttempt.attemptId,
      message: `The run resumes after a crash while ${JSON.stringify(openAttempt.attemptId)} is still open`,
      expected: `node_outcome {outcome: "cancelled", error: "${processEnded}"} directly before`,
      related: [{ file: traceFile, line: openAttempt.startedSeq, message: "the open attempt" }],
      hint: "close the attempt that the crash cut off, then write run_resumed, then start its node anew",
    };
  }
  const cutOff =
    lastAttempt?.outcome === "cancelled" && lastAttempt.error === processEnded ? lastAttempt : null;
  const place =
    lastAttempt === null
      ? {}
      : { related: [{ file: traceFile, line: lastAttempt.finishedSeq ?? lastAttempt.startedSeq }] };
  if (attemptId === undefined) {
    if (cutOff === null || lastType !== "node_outcome") return undefined;
    return {
      ...place,
      pointer: "/payload",
      message: "run_resumed does not name the attempt that the crash cut off",
      expected: cutOff.attemptId,
      hint: "set attemptId to the attempt that was closed directly before",
    };
  }
  if (attemptId === cutOff?.attemptId) return undefined;
  return {
    ...place,
    pointer: "/payload/attemptId",
    message: `The run resumes after a crash that cut off ${JSON.stringify(attemptId)}, but that attempt was not closed directly before`,
    expected: { outcome: "cancelled", error: processEnded },
    actual:
      lastAttempt?.attemptId === attemptId
        ? { outcome: lastAttempt.outcome, error: lastAttempt.error }
        : "another attempt was the last",
    hint: `close it with outcome cancelled and error "${processEnded}"; name no attempt when none was open`,
  };
}
