import type { ActionReceipt, NodeOutcome } from "@flow-bundle/schema";
import type { AttemptState, RunStatus } from "../fold/state.ts";
import { openBundle } from "../reader/open-bundle.ts";
import type { BundleSource } from "../source/source.ts";
import { BundleWriteError } from "./errors.ts";
import { hasPassedCheckpoint } from "./guard.ts";
import type { Host } from "./host.ts";
import { rangeOfLastTurn, sessionOf } from "./last-turn.ts";
import { openBundleForAppend } from "./open.ts";
import type { BundleWriter } from "./bundle-writer.ts";

/** Error of attempts and runs whose recording process died. */
export const processEnded = "Process ended";

/** How a bundle stands after recovery. */
export interface Recovered {
  readonly status: RunStatus;
  /** True when there was nothing to do: it was closed already. */
  readonly wasFinished: boolean;
}

/**
 * Brings a bundle whose writer died to a valid end. When the trace has its terminal event, the bundle is closed. A run
 * that waits is left waiting, with everything up to date. Otherwise the open attempt gets the outcome `cancelled`, with
 * the receipts that are known, and the run ends with `run_failed`; both say `Process ended`.
 *
 * Can be called again when it was interrupted itself. A finished bundle is left as it is.
 *
 * @throws {BundleWriteError} `locked` when the writer lives, `unsupported`, `damaged`, or `stopped`.
 */
export async function recoverBundle(host: Host, path: string): Promise<Recovered> {
  let writer: BundleWriter;
  try {
    writer = await openBundleForAppend(host, path);
  } catch (error) {
    if (!(error instanceof BundleWriteError) || error.code !== "finished") throw error;
    const { manifest } = await openBundle(host.files.source(await host.files.resolve(path)));
    return { status: manifest.status, wasFinished: true };
  }
  try {
    await end(writer, host.files.source(writer.path));
    await writer.close();
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    throw error;
  }
  return { status: writer.state.status, wasFinished: false };
}

async function end(writer: BundleWriter, source: BundleSource): Promise<void> {
  const { state } = writer;
  if (state.terminal !== null || state.status === "waiting") return;
  const { lastAttempt } = state;
  if (hasPassedCheckpoint(state) && lastAttempt !== null) {
    const { nodeId, attemptId } = lastAttempt;
    const payload = { status: "waiting" as const, waitingOn: nodeId, attemptId };
    await writer.append({ type: "run_waiting", payload });
    return;
  }
  await closeOpenAttempt(writer, source);
  await writer.append({ type: "run_failed", payload: { status: "failed", error: processEnded } });
}

/**
 * Ends the open attempt of a run whose process died, if there is one: its outcome is `cancelled`, `Process ended`, with
 * the receipts that are known: those of earlier events, and what there is of a conversation.
 *
 * @param source the bundle of the writer.
 */
export async function closeOpenAttempt(writer: BundleWriter, source: BundleSource): Promise<void> {
  const { state } = writer;
  const attempt = state.openAttempt;
  if (attempt === null) return;
  const { nodeId, attemptId, nodeType, earlier } = attempt;
  const action = actionOf(writer, attempt);
  const session = sessionOf(state, attempt, writer.sessions);
  const payload = {
    nodeType,
    outcome: "cancelled",
    error: processEnded,
    ...earlier,
    ...(session !== undefined && {
      sessionId: session.id,
      conversation: earlier.conversation ?? (await rangeOfLastTurn(source, state, session)),
    }),
    ...(action !== undefined && { action }),
  } as unknown as NodeOutcome["payload"];
  await writer.append({ type: "node_outcome", nodeId, attemptId, payload });
}

/** What is known of the action: of a command that was about to start or had started, not how it ended. */
function actionOf(
  { flow }: BundleWriter,
  { nodeId, earlier: { action } }: AttemptState,
): ActionReceipt | undefined {
  if (action === undefined) {
    const node = Object.hasOwn(flow.nodes, nodeId) ? flow.nodes[nodeId] : undefined;
    return node?.actionExecution === "function" ? { actionType: "function" } : undefined;
  }
  if (action.actionType === "function" || "exitCode" in action) return action as ActionReceipt;
  return { ...action, actionType: "shell", exitCode: null, signal: null, durationMs: 0 };
}
