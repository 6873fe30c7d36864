import type { SessionBinding, Step } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import type { AttemptState } from "../fold/state.ts";
import { rawArtifacts, repeatedText, repeatedValue } from "./content.ts";
import { limitOf } from "./limit.ts";
import type { ProjectionResolver } from "./resolver.ts";

/** The content of `projections/steps.json`: one step per node_outcome, in their order. */
export function projectSteps(fold: FoldState, resolver: ProjectionResolver): Step[] {
  return fold.finishedAttempts.map((attempt) => projectStep(fold, attempt, resolver));
}

/**
 * The step of one attempt that has its outcome. It stays the same until the end, except that a run_resumed may replace
 * the output of a checkpoint's last attempt.
 */
export function projectStep(
  { version }: FoldState,
  attempt: AttemptState,
  resolver: ProjectionResolver,
): Step {
  const limit = limitOf(version);
  const { receipts } = attempt;
  const binding =
    receipts.sessionId === undefined ? undefined : resolver.binding(receipts.sessionId);
  const output = repeatedValue(attempt.output, resolver, limit);
  const trace = receiptPart(attempt);
  return {
    attemptId: attempt.attemptId,
    nodeId: attempt.nodeId,
    nodeType: attempt.nodeType,
    outcome: attempt.outcome ?? "cancelled",
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt ?? attempt.startedAt,
    promptText: repeatedText([receipts.promptArtifact], resolver, limit),
    rawText: repeatedText(rawArtifacts(attempt), resolver, limit),
    ...(output !== undefined && { output: output.value }),
    ...(attempt.error !== null && { error: attempt.error }),
    session: binding ?? null,
    agent: binding === undefined ? null : agentOf(binding),
    ...(Object.keys(trace).length > 0 && { trace }),
  };
}

function agentOf({
  agentName,
  agentCommand,
  agentArgv,
  cwd,
}: SessionBinding): NonNullable<Step["agent"]> {
  return agentArgv === undefined
    ? { agentName, agentCommand, cwd }
    : { agentName, agentCommand, agentArgv, cwd };
}

function receiptPart({ receipts, output }: AttemptState): NonNullable<Step["trace"]> {
  if (output === null) return { ...receipts };
  return "inline" in output
    ? { ...receipts, outputInline: output.inline }
    : { ...receipts, outputArtifact: output.artifact };
}
