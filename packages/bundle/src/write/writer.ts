import { paths } from "@flow-bundle/schema";
import type {
  ArtifactReference,
  Flow,
  SessionBinding,
  TraceEvent,
  Validators,
} from "@flow-bundle/schema";
import type { Fold, FoldState } from "../fold/fold.ts";
import { eachReference } from "../fold/references.ts";
import { sessionPaths } from "../lookup/session.ts";
import { allEntries } from "../source/all-entries.ts";
import { ArtifactStore, prepareArtifact } from "./artifacts.ts";
import type { ArtifactContent, ArtifactOptions } from "./artifacts.ts";
import type { Announcement, BundleWriter, NewSession, SessionWriter } from "./bundle-writer.ts";
import { Documents } from "./documents.ts";
import type { DocumentParts } from "./documents.ts";
import { encodeEvent } from "./encode-event.ts";
import type { EncodedEvent } from "./encode-event.ts";
import { BundleWriteError } from "./errors.ts";
import { sessionDraft, temporarySuffix } from "./files.ts";
import { checkOrder, isTerminal } from "./guard.ts";
import { LineFile } from "./line-file.ts";
import type { Lock } from "./lock.ts";
import type { AnyNewEvent, NewEvent } from "./new-event.ts";
import { Projections } from "./projections.ts";
import { Queue } from "./queue.ts";
import { SessionFiles, createSessionFiles, emptyRecord, nextEvent } from "./session.ts";
import type { SessionPosition } from "./session.ts";
import { isCut } from "./sizes.ts";

const sessionIdPattern = /^[a-z0-9][a-z0-9._-]*$/;

/** What a writer begins with. The fold has no events yet: {@link Writer.replay} hands them over. */
export interface WriterParts extends DocumentParts {
  readonly flow: Flow;
  readonly fold: Fold;
  readonly validators: Validators;
  readonly trace: LineFile;
  readonly lock: Lock;
}

/** See {@link BundleWriter}; what is not there is for those who make one. */
export class Writer implements BundleWriter {
  readonly path: string;
  readonly runId: string;
  readonly #parts: WriterParts;
  readonly #fold: Fold;
  readonly #queue = new Queue();
  readonly #artifacts: ArtifactStore;
  readonly #projections: Projections;
  readonly #documents: Documents;
  readonly #sessions = new Map<string, SessionFiles>();
  #closing: Promise<void> | undefined = undefined;
  #isClosed = false;
  /** What was written before anybody observed. */
  #unobserved: TraceEvent[] = [];
  #listener: ((event: TraceEvent, state: FoldState) => void) | undefined = undefined;
  #failure: BundleWriteError | undefined = undefined;

  constructor(parts: WriterParts) {
    const { host, path, fold, head } = parts;
    this.path = path;
    this.runId = head.runId;
    this.#parts = parts;
    this.#fold = fold;
    this.#artifacts = new ArtifactStore(host, path, (id) => this.#projections.binding(id));
    this.#projections = new Projections(fold, this.#artifacts);
    this.#documents = new Documents(parts, this.#projections);
  }

  get state(): FoldState {
    return this.#fold;
  }

  get flow(): Flow {
    return this.#parts.flow;
  }

  get sessions(): readonly SessionWriter[] {
    return [...this.#sessions.values()];
  }

  append(event: NewEvent): Promise<TraceEvent> {
    return this.#queue.run(() => this.#append(event));
  }

  async artifact(
    content: ArtifactContent,
    { announce, ...options }: ArtifactOptions & { readonly announce?: Announcement } = {},
  ): Promise<ArtifactReference> {
    await this.#prepare();
    const artifact = await this.#putArtifact(content, options);
    if (announce === undefined) return artifact;
    await this.append({ type: "artifact_written", ...announce, payload: { artifact } });
    return artifact;
  }

  session(session: NewSession): Promise<SessionWriter> {
    return this.#queue.run(() => this.#addSession(session));
  }

  markRedacted(): void {
    this.#documents.isRedacted = true;
    if (this.#fold.status === "running") this.#documents.touch();
  }

  observe(listener: (event: TraceEvent, state: FoldState) => void): void {
    this.#listener = listener;
    for (const event of this.#unobserved.splice(0)) listener(event, this.#fold);
  }

  flush(): Promise<void> {
    return this.#queue.run(() => {
      this.#assertOpen();
      return this.#documents.flush();
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.run(() => this.#close(true));
    return this.#closing;
  }

  abandon(): Promise<void> {
    this.#closing ??= this.#queue.run(() => this.#close(false));
    return this.#closing;
  }

  /** Folds an event that is in the trace already. */
  async replay(event: TraceEvent): Promise<void> {
    try {
      await this.#documents.fold(event);
    } catch (cause) {
      throw this.#stop(cause);
    }
  }

  /** Folds the event with which the bundle was made. */
  async begin(event: TraceEvent): Promise<void> {
    await this.replay(event);
    this.#unobserved.push(event);
  }

  /** The documents may lag behind what was replayed. */
  touch(): void {
    this.#documents.touch();
  }

  /** A file in `artifacts/` that is there already. */
  noteArtifact(path: string): void {
    this.#artifacts.note(path);
  }

  /** Binding of a session that will be restored, for the steps that are replayed before. */
  noteBinding(binding: SessionBinding): void {
    this.#projections.bind(binding.bundleId, binding);
  }

  /** A session that is there already. */
  async restore(binding: SessionBinding, position: SessionPosition): Promise<SessionWriter> {
    const { host } = this.#parts;
    const id = binding.bundleId;
    const lines = await LineFile.open(host.files, `${this.path}/${sessionPaths(id).events}`);
    const owner = {
      host,
      bundle: this.path,
      prepare: () => this.#prepare(),
      stop: (cause: unknown) => this.#stop(cause),
    };
    const session = new SessionFiles(owner, binding, lines, position);
    this.#sessions.set(id, session);
    this.#projections.bind(id, binding);
    return session;
  }

  async #append(given: AnyNewEvent): Promise<TraceEvent> {
    this.#assertOpen();
    const encoded = this.#encode(await this.#withWholeError(given));
    this.#checkReferences(encoded.event);
    await this.#write(encoded);
    if (encoded.event.type === "run_waiting") await this.#complete();
    return encoded.event;
  }

  /** The line of the next event. Refuses one that cannot come now. */
  #encode(given: AnyNewEvent): EncodedEvent {
    const { host, head, flow, validators } = this.#parts;
    const { lastAt = head.startedAt } = this.#fold;
    const at = given.at ?? new Date(host.now()).toISOString();
    const clamped = at < lastAt ? lastAt : at;
    const encoded = encodeEvent(given, clamped, head.runId, this.#fold, validators);
    checkOrder(this.#fold, flow, encoded.event);
    return encoded;
  }

  async #write({ line, event }: EncodedEvent): Promise<void> {
    try {
      await this.#documents.leaveWaiting();
      await this.#parts.trace.append(line);
    } catch (cause) {
      throw this.#stop(cause);
    }
    await this.replay(event);
    this.#documents.touch();
    this.#listener?.(event, this.#fold);
  }

  /** The whole text of an error that will be cut goes to an artifact, which is announced in an attempt. */
  async #withWholeError(event: AnyNewEvent): Promise<AnyNewEvent> {
    const { error, errorArtifact } = event.payload as { error?: unknown; errorArtifact?: unknown };
    const isLong = typeof error === "string" && isCut(error) && errorArtifact === undefined;
    if (!isLong || (event.type !== "node_outcome" && !isTerminal(event.type))) return event;
    this.#encode(event);
    await this.#prepare();
    const artifact = await this.#putArtifact(error);
    const { nodeId, attemptId, at } = event;
    if (nodeId !== undefined && attemptId !== undefined) {
      const payload = { artifact };
      const announced = { type: "artifact_written" as const, nodeId, attemptId, payload };
      await this.#append(at === undefined ? announced : { ...announced, at });
    }
    return { ...event, payload: { ...event.payload, errorArtifact: artifact } } as AnyNewEvent;
  }

  async #putArtifact(
    content: ArtifactContent,
    options?: ArtifactOptions,
  ): Promise<ArtifactReference> {
    try {
      return await this.#artifacts.put(content, options);
    } catch (cause) {
      // A receipt that is due could never be written: nothing may go on without it.
      throw this.#stop(cause);
    }
  }

  #checkReferences(event: TraceEvent): void {
    const { type, sessionId } = event;
    eachReference(event, ({ path }) => {
      if (this.#artifacts.has(path)) return;
      throw new BundleWriteError(
        "refused",
        `${type}: there is no artifact ${path}; write it first`,
      );
    });
    if (sessionId === undefined || this.#sessions.has(sessionId)) return;
    const id = JSON.stringify(sessionId);
    throw new BundleWriteError("refused", `${type}: there is no session ${id}`);
  }

  async #addSession({ binding, messages = [], record }: NewSession): Promise<SessionWriter> {
    this.#assertOpen();
    const { host, runsFolder, name } = this.#parts;
    const { files } = host;
    const id = binding.bundleId;
    if (!sessionIdPattern.test(id) || this.#sessions.has(id)) {
      const problem = this.#sessions.has(id)
        ? "is taken"
        : `has to match ${sessionIdPattern.source}`;
      throw new BundleWriteError("refused", `The session id ${JSON.stringify(id)} ${problem}`);
    }
    const artifact = await prepareArtifact(host, { json: binding });
    const at = new Date(host.now()).toISOString();
    const payload = { sessionId: id, handle: binding.handle, bindingArtifact: artifact.reference };
    const bound = this.#encode({ type: "session_bound", at, payload });
    let last: SessionPosition = { seq: 0, at: "" };
    const events = messages.map((message) => (last = nextEvent(host, message, last)));
    const draft = sessionDraft(runsFolder, name);
    const first = record ?? emptyRecord(binding, at, events.length);
    const sessions = `${this.path}/${paths.sessionsDir}`;
    try {
      await createSessionFiles(host, draft, binding, events, first);
      await this.#artifacts.store(artifact);
      if (!(await files.exists(sessions))) await files.createFolder(sessions);
      await files.rename(draft, `${this.path}/${sessionPaths(id).directory}`);
      const session = await this.restore(binding, last);
      await this.#write(bound);
      return session;
    } catch (cause) {
      // The folder may be there without its event: only recovery can mend that.
      throw this.#stop(cause);
    }
  }

  /** Everything up to date, nothing left over, and a seal if the run has ended. */
  async #complete(): Promise<void> {
    const { files } = this.#parts.host;
    try {
      await this.#documents.idle();
      await this.#artifacts.settled();
      for (const path of this.#artifacts.paths) {
        if (this.#fold.artifact(path) === undefined) await this.#artifacts.discard(path);
      }
      for await (const { path, type } of allEntries(files.source(this.path))) {
        const isLeft = type === "file" && path.endsWith(temporarySuffix);
        if (isLeft) await files.remove(`${this.path}/${path}`);
      }
      this.#documents.stay();
      this.#documents.touch();
      await this.#documents.flush();
      if (this.#fold.terminal !== null) await this.#documents.seal();
    } catch (cause) {
      throw this.#stop(cause);
    }
  }

  async #close(isComplete: boolean): Promise<void> {
    try {
      for (const session of this.#sessions.values()) await session.close();
      this.#isClosed = true;
      if (!isComplete) return;
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#fold.status === "running") await this.#documents.flush();
      else await this.#complete();
    } catch (cause) {
      throw this.#stop(cause);
    } finally {
      this.#isClosed = true;
      await this.#documents.stop();
      await this.#parts.trace.close().catch(() => undefined);
      await this.#parts.lock.release().catch(() => undefined);
    }
  }

  /** Before anything is written in the bundle. */
  async #prepare(): Promise<void> {
    this.#assertOpen();
    try {
      await this.#documents.leaveWaiting();
    } catch (cause) {
      throw this.#stop(cause);
    }
  }

  #assertOpen(): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#isClosed) throw new BundleWriteError("closed", "The writer was closed");
  }

  #stop(cause: unknown): BundleWriteError {
    if (cause instanceof BundleWriteError) return cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    this.#failure ??= new BundleWriteError(
      "stopped",
      `Writing failed (${reason}); the bundle is intact up to seq ${this.#fold.upToSeq}`,
      { cause },
    );
    return this.#failure;
  }
}
