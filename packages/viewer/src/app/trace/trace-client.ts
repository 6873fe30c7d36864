import type { AttemptView, RunView } from "@flow-bundle/schema";
import type { LogEnd } from "../source/read-log.ts";
import type { Batch } from "./batch.ts";
import type { TraceReply, TraceRequest } from "./messages.ts";
import type { References } from "./references.ts";

type OpenRequest = Omit<Extract<TraceRequest, { type: "open" }>, "type">;

/** The worker of one trace, seen from the page. */
export class TraceClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (value: never) => void>();
  #nextId = 1;

  constructor(onBatch: (batch: Batch) => void, onEnd: (end: LogEnd) => void) {
    this.#worker = new Worker(new URL("./trace-worker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<TraceReply>) => {
      if (data.type === "batch") onBatch(data.batch);
      else if (data.type === "end") onEnd(data.end);
      else if (data.type === "attempt") this.#settle(data.id, data.attempt);
      else if (data.type === "view") this.#settle(data.id, data.view);
      else this.#settle(data.id, data.references);
    });
    this.#worker.addEventListener("error", (event) => {
      onEnd({ torn: undefined, failure: `The trace cannot be read: ${event.message}` });
    });
  }

  open(request: OpenRequest): void {
    this.#post({ type: "open", ...request });
  }

  grow(request: Pick<OpenRequest, "descriptor" | "ended">): void {
    this.#post({ type: "grow", ...request });
  }

  /** An attempt as it was after a row; undefined when it was not started by then. */
  attempt(attemptId: string, row: number): Promise<AttemptView | undefined> {
    return this.#ask((id) => ({ type: "attempt", id, attemptId, row }));
  }

  /** The state of the run after a row, as a view-model; undefined when nothing was read yet. Large for large runs; the table of the trace is cheaper. */
  view(row: number): Promise<RunView | undefined> {
    return this.#ask((id) => ({ type: "view", id, row }));
  }

  /** What refers to which artifact after a row, by path. */
  references(row: number): Promise<ReadonlyMap<string, References>> {
    return this.#ask((id) => ({ type: "references", id, row }));
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask<T>(request: (id: number) => TraceRequest): Promise<T> {
    const id = this.#nextId++;
    return new Promise<T>((resolve) => {
      this.#waiting.set(id, resolve as (value: never) => void);
      this.#post(request(id));
    });
  }

  #settle(id: number, value: unknown): void {
    this.#waiting.get(id)?.(value as never);
    this.#waiting.delete(id);
  }

  #post(request: TraceRequest): void {
    this.#worker.postMessage(request, { transfer: [] });
  }
}
