import type { SourceDescriptor } from "../source/descriptor.ts";
import type { LoadedItem, SessionBatch } from "./batch.ts";
import type { LogEnd } from "../source/read-log.ts";
import type { SessionAsk, SessionReply } from "./messages.ts";

/** The worker of one session's events, seen from the page. */
export class SessionClient {
  readonly #sessionId: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (items: readonly LoadedItem[]) => void>();
  #nextId = 1;

  constructor(
    sessionId: string,
    onBatch: (batch: SessionBatch) => void,
    onEnd: (end: LogEnd) => void,
  ) {
    this.#sessionId = sessionId;
    this.#worker = new Worker(new URL("./session-worker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<SessionReply>) => {
      if (data.type === "batch") onBatch(data.batch);
      else if (data.type === "end") onEnd(data.end);
      else {
        this.#waiting.get(data.id)?.(data.items);
        this.#waiting.delete(data.id);
      }
    });
    this.#worker.addEventListener("error", (event) => {
      onEnd({ torn: undefined, failure: `The session cannot be read: ${event.message}` });
    });
  }

  /** Reads on from where the last time ended. `ended`: by the manifest; then a last line without LF counts. */
  read(descriptor: SourceDescriptor, ended: boolean): void {
    this.#post({ type: "read", descriptor, sessionId: this.#sessionId, ended });
  }

  /** What some things of the conversation say, up to a line. */
  items(indices: readonly number[], line: number): Promise<readonly LoadedItem[]> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post({ type: "items", id, indices, line });
    });
  }

  close(): void {
    this.#worker.terminate();
  }

  #post(ask: SessionAsk): void {
    this.#worker.postMessage(ask, { transfer: [] });
  }
}
