import type { NodeOutcome } from "@flow-bundle/schema";
import type { FlowNodeResult, FlowSessionBinding, FlowStepRecord } from "../authoring/types.ts";
import type { AttemptRecorder } from "./attempt-recorder.ts";
import type { JsonOutput } from "./output.ts";
import type { Run } from "./run.ts";

/** Larger outputs are not kept for every step. */
const keptOutput = 16 * 1024;

/** An attempt that ended, as the flow sees it in `state.steps`. Long texts and large outputs are left out, as in projections. */
export function stepOf(
  { scope: { writer } }: Run,
  attempt: AttemptRecorder,
  { attemptId, nodeId, nodeType, outcome, startedAt, finishedAt, output, error }: FlowNodeResult,
  { payload }: NodeOutcome,
  json: JsonOutput | undefined,
): FlowStepRecord {
  const { receipts } = attempt;
  const { nodeType: _, outcome: __, durationMs: ___, error: ____, ...trace } = payload;
  const session = writer.sessions.find(({ id }) => id === receipts.sessionId)?.binding;
  return {
    attemptId,
    nodeId,
    nodeType,
    outcome,
    startedAt,
    finishedAt,
    promptText: attempt.text(receipts.promptArtifact),
    rawText: rawText(attempt),
    output: (json?.text.length ?? 0) > keptOutput ? undefined : output,
    ...(error !== undefined && { error }),
    session: session === undefined ? null : (session as FlowSessionBinding),
    agent: session === undefined ? null : agentOf(session as FlowSessionBinding),
    ...(Object.keys(trace).length > 0 && { trace }),
  };
}

function rawText(attempt: AttemptRecorder): string | null {
  const { rawResponseArtifact, stdoutArtifact, stderrArtifact } = attempt.receipts;
  if (rawResponseArtifact !== undefined) return attempt.text(rawResponseArtifact);
  const stdout = attempt.text(stdoutArtifact);
  const stderr = attempt.text(stderrArtifact);
  return stdout === null || stderr === null ? null : stdout + stderr;
}

function agentOf({
  agentName,
  agentCommand,
  agentArgv,
  cwd,
}: FlowSessionBinding): NonNullable<FlowStepRecord["agent"]> {
  return { agentName, agentCommand, ...(agentArgv !== undefined && { agentArgv }), cwd };
}
