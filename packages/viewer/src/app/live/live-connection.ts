import { apiPaths, type FileEntry, type Writer } from "../../protocol/api.ts";
import type { ClientMessage, ServerMessage } from "../../protocol/live.ts";
import { applyPatch, changesSince, type LiveFiles } from "./live-files.ts";

/** Who is told. */
export interface LiveListener {
  /** Nothing comes any more: there is no such run, or the connection broke. It is tried again. */
  onLost(): void;
  /** @param changed paths that are new, grew or were replaced; none when only the writer is another. */
  onChange(files: readonly FileEntry[], changed: readonly string[], writer: Writer): Promise<void>;
}

const retryMs = [500, 1000, 2000, 5000];

/** Follows one run: keeps the list of its files up to date, asks again when a version is missing, reconnects. */
export class LiveConnection {
  readonly #run: string;
  readonly #listener: LiveListener;
  #socket: WebSocket | undefined;
  #files: LiveFiles | undefined;
  /** The files that the page has read, until the first snapshot. */
  #read: readonly FileEntry[] | undefined;
  #attempts = 0;
  #closed = false;
  #queue: Promise<void> = Promise.resolve();

  /** @param read the files of the run, as the page has read them. */
  constructor(run: string, read: readonly FileEntry[], listener: LiveListener) {
    this.#run = run;
    this.#read = read;
    this.#listener = listener;
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#socket?.close();
  }

  #connect(): void {
    const url = new URL(apiPaths.live, document.baseURI);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.addEventListener("open", () => {
      this.#attempts = 0;
      this.#files = undefined;
      this.#send({ type: "follow", run: this.#run });
    });
    socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
      this.#take(JSON.parse(data) as ServerMessage);
    });
    socket.addEventListener("close", () => {
      if (this.#closed) return;
      this.#listener.onLost();
      const wait = retryMs[Math.min(this.#attempts++, retryMs.length - 1)];
      setTimeout(() => {
        if (!this.#closed) this.#connect();
      }, wait);
    });
  }

  #take(message: ServerMessage): void {
    if (message.run !== this.#run) return;
    if (message.type === "gone") {
      this.#listener.onLost();
      return;
    }
    const { files, ...patch } = applyPatch(this.#files, message);
    if (files === undefined) {
      this.#files = undefined;
      this.#send({ type: "resync", run: this.#run });
      return;
    }
    this.#files = files;
    const entries = [...files.entries.values()];
    const changed = this.#read === undefined ? patch.changed : changesSince(this.#read, files);
    this.#read = undefined;
    this.#queue = this.#queue
      .then(() => this.#listener.onChange(entries, changed, message.writer))
      .catch(() => this.#listener.onLost());
  }

  #send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}
