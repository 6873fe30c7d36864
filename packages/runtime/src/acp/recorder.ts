import type { Host, NewMessage, SessionWriter } from "@flow-bundle/bundle";
import type { SessionEvent } from "@flow-bundle/schema";
import { releaseHeld } from "../redact/index.ts";
import { asError } from "./agent-error.ts";
import type { Message } from "./messages.ts";
import type { Turn } from "./turn.ts";

type Direction = SessionEvent["direction"];

/** What takes in the lines of a session as they are written, and knows how many messages they make. */
export interface EventSink {
  readonly messages: number;
  apply(event: SessionEvent): void;
}

/**
 * Records the messages of one session, in the order in which they are handed in: in memory until the session is bound,
 * then in its file. Each message has its `seq` at once.
 */
export class Recorder {
  /** The turn that is going on. */
  turn: Turn | undefined;
  /** Called once, when a message could not be written. */
  onFailure: (error: Error) => void = () => undefined;
  readonly #host: Host;
  readonly #sink: EventSink;
  #writer: SessionWriter | undefined;
  #held: Required<NewMessage>[] = [];
  #seq = 0;
  #lastAt = "";
  #written: Promise<unknown> = Promise.resolve();
  #failure: Error | undefined;

  constructor(host: Host, sink: EventSink, writer?: SessionWriter) {
    this.#host = host;
    this.#sink = sink;
    this.#writer = writer;
    this.#seq = writer?.lastSeq ?? 0;
  }

  /** `seq` of the last message. */
  get seq(): number {
    return this.#seq;
  }

  get messages(): number {
    return this.#sink.messages;
  }

  /**
   * Records a message. The promise tells that it was written, which may have to wait for later messages: secrets are
   * looked for across chunks. It never rejects; see {@link settled}.
   */
  record(direction: Direction, message: Message): Promise<unknown> {
    if (this.#failure !== undefined) return this.#written;
    this.#seq += 1;
    const at = this.#now();
    this.turn?.follow(this.#seq, direction, message);
    const entry = { direction, message, at };
    if (this.#writer === undefined) this.#held.push(entry);
    else this.#write(this.#writer, entry);
    return this.#written;
  }

  /**
   * Binds the session; `open` is handed the messages so far, and the time of the first. What comes meanwhile follows.
   * `open` calls `take` when the sink is ready for them.
   */
  async bind(
    open: (messages: readonly NewMessage[], at: string, take: () => void) => Promise<SessionWriter>,
  ): Promise<SessionWriter> {
    const first = this.#held;
    this.#held = [];
    const writer = await open(first, first[0]?.at ?? this.#now(), () => {
      for (const [index, message] of first.entries()) this.#take({ seq: index + 1, ...message });
    });
    for (const message of this.#held) this.#write(writer, message);
    this.#held = [];
    this.#writer = writer;
    return writer;
  }

  /**
   * Waits until every message is written.
   *
   * @throws {Error} once, when one could not be: those after it were left out.
   */
  async settled(): Promise<void> {
    if (this.#writer !== undefined) releaseHeld(this.#writer);
    await this.#written;
    const failure = this.#failure;
    if (failure === undefined) return;
    this.#failure = undefined;
    this.#seq = this.#writer?.lastSeq ?? this.#seq;
    throw failure;
  }

  #write(writer: SessionWriter, message: NewMessage): void {
    const writing = writer.message(message).then(
      (event) => this.#take(event),
      (error: unknown) => {
        if (this.#failure !== undefined) return;
        this.#failure = asError(error);
        this.onFailure(this.#failure);
      },
    );
    this.#written = this.#written.then(() => writing);
  }

  #take(event: SessionEvent): void {
    const before = this.#sink.messages;
    this.#sink.apply(event);
    this.turn?.followRecord(event.seq, before, this.#sink.messages);
  }

  #now(): string {
    const now = new Date(this.#host.now()).toISOString();
    if (now > this.#lastAt) this.#lastAt = now;
    return this.#lastAt;
  }
}
