import type {
  AcpPromptPrepared,
  AcpResponseParsed,
  ActionCompleted,
  ActionPrepared,
  ArtifactReference,
  RunView,
  TraceEvent,
} from "@flow-bundle/schema";
import { handlers } from "./events/index.ts";
import { isUnderstood } from "./events/later-types.ts";
import type { Fold, RunHead } from "./fold.ts";
import type { MutableAttempt, MutableIgnored, MutableNode } from "./mutable-state.ts";
import type { ArtifactState, RunStatus, SessionState, Terminal, Waiting } from "./state.ts";
import { canAct, canUseSession } from "./receipts.ts";
import { eachReference, sameReference } from "./references.ts";
import { buildView } from "./view.ts";

const artifactsFolder = "artifacts/";

/** State of a fold. Only the handlers in `events/` change it. */
export class MutableFold implements Fold {
  readonly version: "1.0" | "1.1";
  upToSeq = 0;
  lastAt: string | undefined = undefined;
  lastType: string | undefined = undefined;
  runId: string | undefined;
  flowName: string | undefined;
  runTitle: string | undefined;
  flowPath: string | undefined;
  startedAt: string | undefined;
  started = false;
  inputArtifact: ArtifactReference | undefined = undefined;
  status: RunStatus = "running";
  terminal: Terminal | null = null;
  error: string | undefined = undefined;
  waiting: Waiting | null = null;
  statusDetail: string | undefined = undefined;
  openAttempt: MutableAttempt | null = null;
  lastHeartbeatAt: string | undefined = undefined;
  lastAttempt: MutableAttempt | null = null;
  readonly attempts: MutableAttempt[] = [];
  readonly finishedAttempts: MutableAttempt[] = [];
  readonly nodes: MutableNode[] = [];
  readonly sessions: SessionState[] = [];
  readonly artifacts: ArtifactState[] = [];
  readonly ignored: MutableIgnored = { unknownType: 0, stray: 0, repeated: 0, afterTerminal: 0 };

  readonly attemptsById = new Map<string, MutableAttempt>();
  readonly nodesById = new Map<string, MutableNode>();
  readonly sessionsById = new Map<string, SessionState>();
  readonly #artifactsByPath = new Map<string, ArtifactState>();

  constructor(version: "1.0" | "1.1", head: RunHead | undefined) {
    this.version = version;
    this.runId = head?.runId;
    this.flowName = head?.flowName;
    this.runTitle = head?.runTitle;
    this.flowPath = head?.flowPath;
    this.startedAt = head?.startedAt;
  }

  apply(event: TraceEvent): void {
    this.upToSeq = event.seq;
    this.lastAt = event.at;
    this.lastType = event.type;
    const handler = handlers.get(event.type);
    if (handler === undefined || (this.version === "1.0" && !isUnderstood(event))) {
      this.ignored.unknownType++;
      return;
    }
    if (event.type !== "node_heartbeat") {
      eachReference(event, (reference) => this.#note(reference, event.seq));
    }
    if (this.terminal === null) handler(this, event);
    else this.ignored.afterTerminal++;
  }

  view(): RunView {
    return buildView(this);
  }

  get finishedAt(): string | undefined {
    return this.terminal?.at;
  }

  get waitingOn(): string | undefined {
    return this.waiting?.nodeId;
  }

  get currentNodeStartedAt(): string | undefined {
    return this.openAttempt?.startedAt;
  }

  attempt(attemptId: string): MutableAttempt | undefined {
    // Nearly always it is this one, and two short texts are compared faster than one is looked up.
    const open = this.openAttempt;
    return open !== null && open.attemptId === attemptId ? open : this.attemptsById.get(attemptId);
  }

  node(nodeId: string): MutableNode | undefined {
    return this.nodesById.get(nodeId);
  }

  session(sessionId: string): SessionState | undefined {
    return this.sessionsById.get(sessionId);
  }

  artifact(path: string): ArtifactState | undefined {
    return this.#artifactsByPath.get(path);
  }

  /**
   * The object to keep for a reference: the first one with the same content, so that a long trace holds each once.
   */
  intern(reference: ArtifactReference): ArtifactReference {
    const known = this.#artifactsByPath.get(reference.path)?.reference;
    return known !== undefined && sameReference(known, reference) ? known : reference;
  }

  #note(reference: ArtifactReference, firstSeq: number): void {
    const { path } = reference;
    if (this.#artifactsByPath.has(path) || !path.startsWith(artifactsFolder)) return;
    const artifact = { reference, firstSeq };
    this.artifacts.push(artifact);
    this.#artifactsByPath.set(path, artifact);
  }

  /**
   * The attempt that an acp event tells of; else the event counts as ignored. Not an attempt of a node that uses no
   * session, and none whose prompt went to another session: acpx before 0.19 writes such events when an attempt that
   * timed out gets its answer late.
   */
  turnOf({
    attemptId,
    payload,
  }: AcpPromptPrepared | AcpResponseParsed): MutableAttempt | undefined {
    const attempt = this.#unfinished(attemptId);
    if (attempt !== undefined && canUseSession(attempt)) {
      const { promptArtifact, sessionId } = attempt.earlier;
      if (promptArtifact === undefined || sessionId === payload.sessionId) return attempt;
    }
    this.ignored.stray++;
    return undefined;
  }

  /** The attempt that an action event tells of; else the event counts as ignored. */
  commandOf({ attemptId }: ActionPrepared | ActionCompleted): MutableAttempt | undefined {
    const attempt = this.#unfinished(attemptId);
    if (attempt !== undefined && canAct(attempt)) return attempt;
    this.ignored.stray++;
    return undefined;
  }

  #unfinished(attemptId: string | undefined): MutableAttempt | undefined {
    const attempt = attemptId === undefined ? undefined : this.attempt(attemptId);
    return attempt?.outcome === null ? attempt : undefined;
  }

  /** The open attempt is no more: what is told about the current one goes with it. */
  closeAttempt(): void {
    this.openAttempt = null;
    this.lastHeartbeatAt = undefined;
    this.statusDetail = undefined;
  }

  /** The run waits. */
  wait(waiting: Waiting): void {
    this.status = "waiting";
    this.waiting = waiting;
    this.statusDetail =
      waiting.summary === undefined || waiting.summary === "" ? waiting.nodeId : waiting.summary;
  }

  /** The run goes on. What an open attempt told stays. */
  goOn(): void {
    this.status = "running";
    this.waiting = null;
    if (this.openAttempt === null) this.statusDetail = undefined;
  }

  /** The run has ended. */
  end(status: RunStatus, terminal: Terminal, error: string | undefined): void {
    this.closeAttempt();
    this.waiting = null;
    this.status = status;
    this.terminal = terminal;
    this.error = error;
    this.statusDetail = error;
  }
}
