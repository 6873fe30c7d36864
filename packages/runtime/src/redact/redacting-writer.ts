import type {
  Announcement,
  ArtifactContent,
  ArtifactOptions,
  BundleWriter,
  Host,
  NewEvent,
  NewMessage,
  NewSession,
  SessionWriter,
} from "@flow-bundle/bundle";
import type {
  ArtifactReference,
  SessionBinding,
  SessionEvent,
  SessionRecord,
  TraceEvent,
} from "@flow-bundle/schema";
import { redactBinding, redactEvent, redactRecord } from "./documents.ts";
import { onRelease, onText } from "./handles.ts";
import { HeldMessages } from "./held-messages.ts";
import type { Redactor } from "./redactor.ts";

type Options = ArtifactOptions & { readonly announce?: Announcement };

/** Most bytes of `args` in an event; spec/text/trace.md#trace-text-size. */
const argsLimit = 64 * 1024;

/** A writer that replaces secrets in everything before it is written. */
export class RedactingWriter implements BundleWriter {
  readonly #inner: BundleWriter;
  readonly #host: Host;
  readonly #redactor: Redactor;
  readonly #sessions = new Map<string, RedactingSession>();
  /** Something was replaced. */
  readonly #note = () => this.#inner.markRedacted();

  constructor(inner: BundleWriter, host: Host, redactor: Redactor) {
    this.#inner = inner;
    this.#host = host;
    this.#redactor = redactor;
    onText(this, (text) => redactor.text(text));
  }

  get path() {
    return this.#inner.path;
  }

  get runId() {
    return this.#inner.runId;
  }

  get state() {
    return this.#inner.state;
  }

  get flow() {
    return this.#inner.flow;
  }

  get sessions(): readonly SessionWriter[] {
    return this.#inner.sessions.map((session) => this.#wrap(session));
  }

  append(given: NewEvent): Promise<TraceEvent> {
    const event = this.#redacted(given, redactEvent(given, this.#redactor));
    const { conversation, action } = event.payload as {
      readonly conversation?: { readonly sessionId: string };
      readonly action?: { readonly args?: readonly string[] };
    };
    if (conversation !== undefined) this.#sessions.get(conversation.sessionId)?.release();
    const isLong = event !== given && isTooLong(action?.args);
    return isLong ? this.#withArgsArtifact(event) : this.#inner.append(event);
  }

  /** Marks may be longer than what they replace. */
  async #withArgsArtifact(event: NewEvent): Promise<TraceEvent> {
    const payload = event.payload as { readonly action: { readonly args: readonly string[] } };
    const { nodeId, attemptId } = event;
    const announce =
      nodeId === undefined || attemptId === undefined ? undefined : { nodeId, attemptId };
    const argsArtifact = await this.#inner.artifact(
      { json: payload.action.args },
      announce && { announce },
    );
    const action = { ...payload.action, args: [], argsArtifact };
    return this.#inner.append({ ...event, payload: { ...payload, action } } as NewEvent);
  }

  artifact(content: ArtifactContent, options: Options = {}): Promise<ArtifactReference> {
    const { truncated = false } = options;
    return this.#inner.artifact(this.#redactedContent(content, truncated), options);
  }

  #redactedContent(content: ArtifactContent, isCut: boolean): ArtifactContent {
    const redactor = this.#redactor;
    if (typeof content === "string") {
      return this.#redacted(content, redactor.text(content, isCut));
    }
    if (content instanceof Uint8Array) {
      return this.#redacted(content, redactor.bytes(content, isCut));
    }
    const json = this.#redacted(content.json, redactor.value(content.json));
    return json === content.json ? content : { json };
  }

  async session({ binding, messages, record }: NewSession): Promise<SessionWriter> {
    const redactor = this.#redactor;
    const redacted: NewMessage[] = [];
    const held = new HeldMessages(redactor, (message) => void redacted.push(message), this.#note);
    for (const message of messages ?? []) held.take(message);
    held.release();
    const session = await this.#inner.session({
      binding: this.#redacted(binding, redactBinding(binding, redactor)),
      ...(messages !== undefined && { messages: redacted }),
      ...(record !== undefined && {
        record: this.#redacted(record, redactRecord(record, redactor)),
      }),
    });
    return this.#wrap(session);
  }

  markRedacted(): void {
    this.#inner.markRedacted();
  }

  observe(listener: Parameters<BundleWriter["observe"]>[0]): void {
    this.#inner.observe(listener);
  }

  flush(): Promise<void> {
    this.#releaseAll();
    return this.#inner.flush();
  }

  close(): Promise<void> {
    this.#releaseAll();
    return this.#inner.close();
  }

  abandon(): Promise<void> {
    const abandoned = this.#inner.abandon();
    this.#releaseAll();
    return abandoned;
  }

  #releaseAll(): void {
    for (const session of this.#sessions.values()) session.release();
  }

  #wrap(inner: SessionWriter): RedactingSession {
    const known = this.#sessions.get(inner.id);
    if (known !== undefined) return known;
    const session = new RedactingSession(inner, this.#host, this.#redactor, this.#note);
    this.#sessions.set(inner.id, session);
    return session;
  }

  #redacted<T>(before: T, after: T): T {
    if (after !== before) this.#note();
    return after;
  }
}

class RedactingSession implements SessionWriter {
  readonly #inner: SessionWriter;
  readonly #host: Host;
  readonly #redactor: Redactor;
  readonly #note: () => void;
  readonly #held: HeldMessages<Promise<SessionEvent>>;

  constructor(inner: SessionWriter, host: Host, redactor: Redactor, note: () => void) {
    this.#inner = inner;
    this.#host = host;
    this.#redactor = redactor;
    this.#note = note;
    this.#held = new HeldMessages(redactor, (message) => inner.message(message), note);
    onRelease(this, () => this.release());
  }

  get id(): string {
    return this.#inner.id;
  }

  get binding(): SessionBinding {
    return this.#inner.binding;
  }

  get lastSeq(): number {
    return this.#inner.lastSeq;
  }

  message(message: NewMessage): Promise<SessionEvent> {
    const at = message.at ?? new Date(this.#host.now()).toISOString();
    return new Promise((resolve) => {
      this.#held.take({ ...message, at }, resolve);
    });
  }

  record(record: SessionRecord): Promise<void> {
    this.release();
    const redacted = redactRecord(record, this.#redactor);
    if (redacted !== record) this.#note();
    return this.#inner.record(redacted);
  }

  release(): void {
    this.#held.release();
  }
}

function isTooLong(args: readonly string[] | undefined): boolean {
  return args !== undefined && Buffer.byteLength(JSON.stringify(args)) > argsLimit;
}
