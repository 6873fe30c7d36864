import type { AttemptView, RunView } from "@flow-bundle/schema";
import type { FoldState } from "./fold.ts";
import type { AttemptState, Receipts } from "./state.ts";

const viewSchema: RunView["schema"] = "flow-run-bundle.view-model.v1";

/** The view-model of a fold; see spec/text/view-model.md. */
export function buildView(fold: FoldState): RunView {
  const view: RunView = {
    schema: viewSchema,
    upToSeq: fold.upToSeq,
    runId: fold.runId ?? "",
    flowName: fold.flowName ?? "",
    status: fold.status,
    startedAt: fold.startedAt ?? "",
    updatedAt: fold.lastAt ?? fold.startedAt ?? "",
    input: fold.inputArtifact === undefined ? null : { artifact: fold.inputArtifact },
    currentAttemptId: fold.openAttempt?.attemptId ?? null,
    attempts: fold.attempts.map(viewAttempt),
    nodes: fold.nodes.map((node) => ({
      nodeId: node.nodeId,
      attemptIds: node.attempts.map((attempt) => attempt.attemptId),
      outputFrom:
        node.lastOk === null || node.lastOk.output === null ? null : node.lastOk.attemptId,
    })),
    sessions: fold.sessions.map(({ sessionId, handle, bindingArtifact, boundSeq }) => ({
      sessionId,
      handle,
      bindingArtifact,
      boundSeq,
    })),
    artifacts: fold.artifacts.map(({ reference, firstSeq }) => ({
      ...reference,
      firstSeq,
    })) as unknown as RunView["artifacts"],
  };
  if (fold.runTitle !== undefined) view.runTitle = fold.runTitle;
  if (fold.flowPath !== undefined) view.flowPath = fold.flowPath;
  if (fold.finishedAt !== undefined) view.finishedAt = fold.finishedAt;
  if (fold.error !== undefined) view.error = fold.error;
  if (fold.waitingOn !== undefined) view.waitingOn = fold.waitingOn;
  return view;
}

function viewAttempt(attempt: AttemptState): AttemptView {
  const view: AttemptView = {
    attemptId: attempt.attemptId,
    nodeId: attempt.nodeId,
    nodeType: attempt.nodeType,
    startedSeq: attempt.startedSeq,
    startedAt: attempt.startedAt,
    outcome: attempt.outcome,
    output: attempt.output,
    ...(attempt.earlier as Receipts),
    ...attempt.receipts,
  };
  if (attempt.finishedSeq !== undefined) view.finishedSeq = attempt.finishedSeq;
  if (attempt.finishedAt !== undefined) view.finishedAt = attempt.finishedAt;
  if (attempt.durationMs !== undefined) view.durationMs = attempt.durationMs;
  if (attempt.error !== null) view.error = attempt.error;
  return view;
}
