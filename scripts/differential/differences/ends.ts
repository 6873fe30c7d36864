import type { Members, Run } from "../normal/run.ts";
import { endOf, inAttempts, outcomeOf } from "./difference.ts";
import type { Difference } from "./difference.ts";

const timedOut: Difference = {
  id: "run-timed-out",
  acpx: "A run that timed out ends with `run_failed`, whose `status` is `timed_out`.",
  ours: "It ends with `run_timed_out`.",
  reason: "Each way to end has an event of its own.",
  requirements: ["trace-timed-out-as-failed"],
  apply(acpx) {
    const end = endOf(acpx);
    if (end?.type !== "run_failed" || end.payload["status"] !== "timed_out") return 0;
    acpx.parts.at(-1)!.events = [{ type: "run_timed_out", payload: end.payload }];
    return 1;
  },
};

const waiting: Difference = {
  id: "run-waiting",
  acpx: "That a run waits stands in the manifest only.",
  ours: "`run_waiting` follows the checkpoint's outcome, with what is asked.",
  reason: "The status of a run is to be told from its trace alone.",
  requirements: ["trace-waiting-missing"],
  apply(acpx) {
    const checkpoint = acpx.parts.at(-1);
    if (acpx.manifest?.["status"] !== "waiting" || checkpoint?.nodeId === undefined) return 0;
    const { attempt: attemptId, nodeId: waitingOn } = checkpoint;
    const summary = summaryOf(acpx, waitingOn, outcomeOf(checkpoint)?.["outputInline"] as Members);
    const payload = {
      status: "waiting",
      waitingOn,
      attemptId,
      ...(summary !== undefined && { summary }),
    };
    acpx.parts.push({ attempt: "run", events: [{ type: "run_waiting", payload }] });
    return 1;
  },
};

/** What is asked: by the checkpoint's output, else by the flow. */
function summaryOf({ flow }: Run, nodeId: string, output: Members | undefined) {
  if (typeof output?.["summary"] === "string") return output["summary"];
  const node = ((flow as Members)["nodes"] as Members)[nodeId] as Members;
  return node["summary"];
}

const cancelled: Difference = {
  id: "interrupted-outcome",
  acpx: "An attempt that is interrupted has no outcome.",
  ours: "It has the outcome `cancelled`, with its receipts.",
  reason: "Every attempt has its outcome when the run has ended.",
  requirements: ["attempt-outcome-missing", "run-interrupted"],
  apply(acpx) {
    const last = acpx.parts.at(-2);
    if (endOf(acpx)?.payload["error"] !== "<interrupted>" || last === undefined) return 0;
    const nodeType = last.events[0]?.payload["nodeType"] ?? null;
    const payload = { nodeType, outcome: "cancelled", error: "<interrupted>" };
    last.events.push({ type: "node_outcome", payload });
    return 1;
  },
};

const functionReceipts: Difference = {
  id: "function-receipts",
  acpx: "A function action that failed has no receipt.",
  ours: 'It has `{"actionType": "function"}` like every other.',
  reason: "Receipts do not depend on the outcome.",
  requirements: ["action-receipt"],
  apply(acpx, ours, name) {
    const nodes = ((acpx.flow as Members | null)?.["nodes"] ?? {}) as Members;
    return inAttempts((part) => {
      const outcome = outcomeOf(part);
      const node = nodes[part.nodeId ?? ""] as Members | undefined;
      if (node?.["actionExecution"] !== "function" || outcome === undefined) return false;
      if (outcome["action"] !== undefined) return false;
      outcome["action"] = { actionType: "function" };
      return true;
    })(acpx, ours, name);
  },
};

export const ends: readonly Difference[] = [timedOut, waiting, cancelled, functionReceipts];
