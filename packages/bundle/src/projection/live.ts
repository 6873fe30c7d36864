import type { LiveProjection, SessionBinding } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import { isIsolated } from "./resolver.ts";
import type { ProjectionResolver } from "./resolver.ts";

/** The content of `projections/live.json`: what run.json says too, without inputs, outputs and steps. */
export function projectLive(fold: FoldState, resolver: ProjectionResolver): LiveProjection {
  const {
    runTitle,
    flowPath,
    finishedAt,
    openAttempt,
    lastHeartbeatAt,
    statusDetail,
    waitingOn,
    error,
  } = fold;
  const startedAt = fold.startedAt ?? "";
  return {
    runId: fold.runId ?? "",
    flowName: fold.flowName ?? "",
    ...(runTitle !== undefined && { runTitle }),
    ...(flowPath !== undefined && { flowPath }),
    startedAt,
    ...(finishedAt !== undefined && { finishedAt }),
    updatedAt: fold.lastAt ?? startedAt,
    status: fold.status,
    ...(fold.version !== "1.0" && { upToSeq: fold.upToSeq }),
    ...(openAttempt !== null && {
      currentNode: openAttempt.nodeId,
      currentAttemptId: openAttempt.attemptId,
      currentNodeType: openAttempt.nodeType,
      currentNodeStartedAt: openAttempt.startedAt,
    }),
    ...(lastHeartbeatAt !== undefined && { lastHeartbeatAt }),
    ...(statusDetail !== undefined && { statusDetail }),
    ...(waitingOn !== undefined && { waitingOn }),
    ...(error !== undefined && { error }),
    sessionBindings: sessionBindings(fold, resolver),
  };
}

function sessionBindings(
  fold: FoldState,
  resolver: ProjectionResolver,
): Record<string, SessionBinding> {
  const bindings: Record<string, SessionBinding> = Object.create(null);
  for (const { sessionId } of fold.sessions) {
    const binding = resolver.binding(sessionId);
    if (binding !== undefined && !isIsolated(binding)) bindings[binding.key] = binding;
  }
  return bindings;
}
