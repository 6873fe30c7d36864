import { loadValidators, paths } from "@flow-bundle/schema";
import type { ActionReceipt, NodeOutcome, SessionRecord } from "@flow-bundle/schema";
import type { AttemptState, RunStatus } from "../fold/state.ts";
import { readSessionRecord } from "../lookup/session.ts";
import { openBundle } from "../reader/open-bundle.ts";
import { checkDocument } from "./check.ts";
import { BundleWriteError } from "./errors.ts";
import { hasPassedCheckpoint } from "./guard.ts";
import type { Host } from "./host.ts";
import { openBundleForAppend } from "./open.ts";
import type { BundleWriter, SessionWriter } from "./bundle-writer.ts";

/** Error of attempts and runs whose recording process died. */
export const processEnded = "Process ended";

/** What recovery needs beyond the bundle. */
export interface RecoverOptions {
  /**
   * Derives the record of a session from its recorded messages. Default: `record.json` as it is, with `lastSeq` brought
   * up to date.
   */
  readonly record?: (session: SessionWriter) => Promise<SessionRecord>;
}

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
export async function recoverBundle(
  host: Host,
  path: string,
  options: RecoverOptions = {},
): Promise<Recovered> {
  let writer: BundleWriter;
  try {
    writer = await openBundleForAppend(host, path);
  } catch (error) {
    if (!(error instanceof BundleWriteError) || error.code !== "finished") throw error;
    const { manifest } = await openBundle(host.files.source(await host.files.resolve(path)));
    return { status: manifest.status, wasFinished: true };
  }
  try {
    for (const session of writer.sessions) await updateRecord(host, writer, session, options);
    await end(writer);
    await writer.close();
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    throw error;
  }
  return { status: writer.state.status, wasFinished: false };
}

async function end(writer: BundleWriter): Promise<void> {
  const { state } = writer;
  if (state.terminal !== null || state.status === "waiting") return;
  const { lastAttempt, openAttempt } = state;
  if (hasPassedCheckpoint(state) && lastAttempt !== null) {
    const { nodeId, attemptId } = lastAttempt;
    const payload = { status: "waiting" as const, waitingOn: nodeId, attemptId };
    await writer.append({ type: "run_waiting", payload });
    return;
  }
  if (openAttempt !== null) await cancel(writer, openAttempt);
  await writer.append({ type: "run_failed", payload: { status: "failed", error: processEnded } });
}

async function cancel(writer: BundleWriter, attempt: AttemptState): Promise<void> {
  const { nodeId, attemptId, nodeType, earlier } = attempt;
  const action = actionOf(writer, attempt);
  const payload = {
    nodeType,
    outcome: "cancelled",
    error: processEnded,
    ...earlier,
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

async function updateRecord(
  host: Host,
  { path }: BundleWriter,
  session: SessionWriter,
  { record }: RecoverOptions,
): Promise<void> {
  if (record !== undefined) {
    await session.record(await record(session));
    return;
  }
  const found = await readSessionRecord(host.files.source(path), session.id);
  if (!found.ok) {
    const file = `${paths.sessionsDir}/${session.id}/record.json`;
    throw new BundleWriteError("damaged", `${file}: ${found.message}`);
  }
  const known = found.value as SessionRecord;
  checkDocument(await loadValidators("1.1"), "session-record", known, "damaged");
  if (known.lastSeq !== session.lastSeq) {
    await session.record({ ...known, lastSeq: session.lastSeq });
  }
}
