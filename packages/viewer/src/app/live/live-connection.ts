import { apiPaths, type FileEntry } from "../../protocol/api.ts";
import type { ClientMessage, ServerMessage } from "../../protocol/live.ts";
import { applyPatch, type LiveFiles } from "./live-files.ts";

/** Who is told. */
export interface LiveListener {
  onState(state: "following" | "lost"): void;
  /** @param changed paths that are new, grew or were replaced. */
  onFiles(files: readonly FileEntry[], changed: readonly string[]): Promise<void>;
}

const retryMs = [500, 1000, 2000, 5000];

/** Follows one run: keeps the list of its files up to date, asks again when a version is missing, reconnects. */
export class LiveConnection {
  readonly #run: string;
  readonly #listener: LiveListener;
  #socket: WebSocket | undefined;
  #files: LiveFiles | undefined;
  #attempts = 0;
  #closed = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(run: string, listener: LiveListener) {
    this.#run = run;
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
      this.#listener.onState("lost");
      const wait = retryMs[Math.min(this.#attempts++, retryMs.length - 1)];
      setTimeout(() => {
        if (!this.#closed) this.#connect();
      }, wait);
    });
  }

  #take(message: ServerMessage): void {
    if (message.run !== this.#run) return;
    if (message.type === "gone") {
      this.#listener.onState("lost");
      return;
    }
    const { files, changed } = applyPatch(this.#files, message);
    if (files === undefined) {
      this.#files = undefined;
      this.#send({ type: "resync", run: this.#run });
      return;
    }
    this.#files = files;
    this.#listener.onState("following");
    if (changed.length === 0) return;
    const entries = [...files.entries.values()];
    this.#queue = this.#queue
      .then(() => this.#listener.onFiles(entries, changed))
      .catch(() => this.#listener.onState("lost"));
  }

  #send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}
