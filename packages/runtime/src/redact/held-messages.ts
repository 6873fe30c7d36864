import type { NewMessage } from "@flow-bundle/bundle";
import type { Chunk } from "./message.ts";
import { chunkOf, endsText, redactMessage, withChunk } from "./message.ts";
import type { Redactor } from "./redactor.ts";

/** More is not held back, whatever it might turn out to be. */
const mostMessages = 1000;
const mostText = 1024 * 1024;

interface Held<Written> {
  message: NewMessage;
  /** The piece of text that may not be told from those around it yet. */
  readonly piece: string | undefined;
  isDecided: boolean;
  readonly tell: ((written: Written) => void) | undefined;
}

/**
 * Redacts the messages of a session in their order. A chunk is held back, and what comes after it too, while its text
 * may be a part of a secret that goes on in the next chunk of its kind.
 */
export class HeldMessages<Written> {
  readonly #redactor: Redactor;
  readonly #write: (message: NewMessage) => Written;
  readonly #note: () => void;
  /** Everything that was not handed on, in order. */
  #queue: Held<Written>[] = [];
  /** The undecided chunks of each kind. */
  readonly #open = new Map<string, Held<Written>[]>();
  #openText = 0;

  /**
   * @param write writes a message that is decided
   * @param note called when something was replaced
   */
  constructor(redactor: Redactor, write: (message: NewMessage) => Written, note: () => void) {
    this.#redactor = redactor;
    this.#write = write;
    this.#note = note;
  }

  /** Takes the next message; `tell` gets what writing it gives, now or later. */
  take(given: NewMessage, tell?: (written: Written) => void): void {
    if (endsText(given.message)) this.#decideAll();
    const chunk = this.#openChunkOf(given);
    // The piece of text is redacted with those around it.
    const bare = chunk === undefined ? given.message : withChunk(given.message, "");
    const message = redactMessage(bare, this.#redactor);
    if (message !== bare) this.#note();
    const held = {
      message: message === given.message ? given : { ...given, message },
      piece: chunk?.text,
      isDecided: chunk === undefined,
      tell,
    };
    this.#queue.push(held);
    if (chunk !== undefined) this.#add(chunk.kind, held);
    if (this.#queue.length > mostMessages || this.#openText > mostText) this.#decideAll();
    this.#handOn();
  }

  /** The piece of text of a message, unless it can be told from those around it at once. */
  #openChunkOf(message: NewMessage): Chunk | undefined {
    const chunk = chunkOf(message);
    if (chunk === undefined || this.#open.has(chunk.kind)) return chunk;
    return this.#redactor.settled([chunk.text]) === 1 ? undefined : chunk;
  }

  /** Hands on everything. */
  release(): void {
    this.#decideAll();
    this.#handOn();
  }

  #add(kind: string, held: Held<Written>): void {
    const open = [...(this.#open.get(kind) ?? []), held];
    this.#openText += held.piece?.length ?? 0;
    this.#decide(kind, open, this.#redactor.settled(textsOf(open)));
  }

  #decideAll(): void {
    for (const [kind, open] of this.#open) this.#decide(kind, open, open.length);
  }

  /** The first of the open chunks of a kind get their text. */
  #decide(kind: string, open: Held<Written>[], count: number): void {
    const texts = this.#redactor.pieces(textsOf(open));
    for (const [index, held] of open.slice(0, count).entries()) {
      const text = texts[index] ?? "";
      if (text !== held.piece) this.#note();
      held.message = { ...held.message, message: withChunk(held.message.message, text) };
      held.isDecided = true;
      this.#openText -= held.piece?.length ?? 0;
    }
    if (count === open.length) this.#open.delete(kind);
    else this.#open.set(kind, open.slice(count));
  }

  #handOn(): void {
    const first = this.#queue.findIndex(({ isDecided }) => !isDecided);
    const ready = first === -1 ? this.#queue : this.#queue.slice(0, first);
    this.#queue = first === -1 ? [] : this.#queue.slice(first);
    for (const { message, tell } of ready) {
      const written = this.#write(message);
      tell?.(written);
    }
  }
}

function textsOf(open: readonly Pick<Held<never>, "piece">[]): string[] {
  return open.map(({ piece = "" }) => piece);
}
