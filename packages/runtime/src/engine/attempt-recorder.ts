import type { ArtifactContent, ArtifactOptions, NewEvent } from "@flow-bundle/bundle";
import type { ArtifactReference } from "@flow-bundle/schema";
import type { FlowNodeContext, FlowNodeDefinition } from "../authoring/types.ts";
import { AttemptAborted, AttemptOver } from "./attempt.ts";
import type { Attempt, AttemptEvent, Receipts } from "./attempt.ts";
import { Heartbeats } from "./heartbeats.ts";
import { isStopped } from "./recording-stopped.ts";
import type { RunScope } from "./run-scope.ts";

/** Texts up to this length are kept for the steps that the flow sees, as projections repeat them. */
const keptText = 16 * 1024;

/** What an attempt begins with. `context` gets its `signal` here. */
export interface AttemptStart {
  readonly scope: RunScope;
  readonly nodeId: string;
  readonly attemptId: string;
  readonly nodeType: FlowNodeDefinition["nodeType"];
  readonly heartbeatMs: number;
  /** Text of the first heartbeats; undefined: none. */
  readonly statusDetail: string | undefined;
  readonly context: Omit<FlowNodeContext, "signal">;
}

/** An attempt that is being recorded. See {@link Attempt}; what is not there is for the engine. */
export class AttemptRecorder implements Attempt {
  readonly nodeId: string;
  readonly attemptId: string;
  readonly nodeType: FlowNodeDefinition["nodeType"];
  readonly context: FlowNodeContext;
  readonly receipts: Receipts = {};
  readonly #scope: RunScope;
  readonly #controller = new AbortController();
  readonly #heartbeats: Heartbeats;
  /** Short texts among its artifacts, by path. */
  readonly #texts = new Map<string, string | Uint8Array>();
  #statusDetail: string | undefined;
  #isOver = false;

  constructor({ scope, nodeId, attemptId, nodeType, context, ...start }: AttemptStart) {
    this.nodeId = nodeId;
    this.attemptId = attemptId;
    this.nodeType = nodeType;
    this.context = { ...context, signal: this.#controller.signal };
    this.#scope = scope;
    this.#statusDetail = start.statusDetail;
    this.#heartbeats = new Heartbeats(scope.host, start.heartbeatMs, () => this.#beat());
    this.#heartbeats.start();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it was aborted, if it was. */
  get aborted(): AttemptAborted | undefined {
    return this.signal.aborted ? (this.signal.reason as AttemptAborted) : undefined;
  }

  /** The first reason counts. */
  abort(reason: AttemptAborted): void {
    this.#controller.abort(reason);
  }

  async append(event: AttemptEvent): Promise<void> {
    await this.#append(event);
  }

  async artifact(
    content: ArtifactContent,
    { sessionId, ...options }: ArtifactOptions & { readonly sessionId?: string } = {},
  ): Promise<ArtifactReference> {
    this.#assertOpen();
    const artifact = await this.#orStop(this.#scope.writer.artifact(content, options));
    const payload = { artifact };
    await this.#append({
      type: "artifact_written",
      ...(sessionId !== undefined && { sessionId }),
      payload,
    });
    const isText = artifact.mediaType === "text/plain" && (artifact.bytes ?? 0) <= keptText;
    if (isText && (typeof content === "string" || content instanceof Uint8Array)) {
      this.#texts.set(artifact.path, content);
    }
    return artifact;
  }

  async heartbeat(statusDetail: string): Promise<void> {
    this.#assertOpen();
    this.#statusDetail = statusDetail;
    await this.#heartbeats.now();
  }

  callback<T>(run: (context: FlowNodeContext) => T | Promise<T>): Promise<T> {
    const { signal, context } = this;
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => reject(signal.reason as Error);
      if (signal.aborted) {
        abort();
        return;
      }
      signal.addEventListener("abort", abort, { once: true });
      new Promise<T>((done) => done(run(context)))
        .then(resolve, reject)
        .finally(() => signal.removeEventListener("abort", abort));
    });
  }

  /** The text of an artifact of this attempt, if it is short; null when it is not at hand. */
  text(artifact: ArtifactReference | undefined): string | null {
    const text = artifact === undefined ? undefined : this.#texts.get(artifact.path);
    return text instanceof Uint8Array ? new TextDecoder().decode(text) : (text ?? null);
  }

  /** Ends it: from now on nothing is recorded for it. Fulfilled when what was begun is written. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#heartbeats.stop();
  }

  async #beat(): Promise<void> {
    const detail = this.#statusDetail;
    const payload = detail === undefined || detail === "" ? {} : { statusDetail: detail };
    await this.#write({ type: "node_heartbeat", payload });
  }

  async #append(event: Recorded): Promise<void> {
    this.#assertOpen();
    await this.#write(event);
  }

  async #write(event: Recorded): Promise<void> {
    const { nodeId, attemptId } = this;
    await this.#orStop(this.#scope.writer.append({ ...event, nodeId, attemptId } as NewEvent));
  }

  /** When nothing can be recorded any more, there is no point in going on. */
  async #orStop<Result>(writing: Promise<Result>): Promise<Result> {
    try {
      return await writing;
    } catch (error) {
      if (isStopped(error)) this.abort(new AttemptAborted("cancelled", "Recording stopped"));
      throw error;
    }
  }

  #assertOpen(): void {
    if (!this.#isOver) return;
    throw new AttemptOver(`Attempt ${JSON.stringify(this.attemptId)} has ended`);
  }
}

/** What is recorded in an attempt between its start and its outcome. */
type Recorded =
  | AttemptEvent
  | Pick<Extract<NewEvent, { type: Own }>, "type" | "sessionId" | "payload">;
type Own = "node_heartbeat" | "artifact_written";
