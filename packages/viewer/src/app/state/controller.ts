import {
  apiPaths,
  type FileEntry,
  type RunFiles,
  type RunList,
  type Writer,
} from "../../protocol/api.ts";
import { LiveConnection } from "../live/live-connection.ts";
import { openSource, type SourceDescriptor } from "../source/descriptor.ts";
import type { Batch } from "../trace/batch.ts";
import { TraceClient } from "../trace/trace-client.ts";
import { Collector } from "./collector.ts";
import { readHead } from "./read-head.ts";
import { openingRun } from "./reducer.ts";
import { startingAttempt } from "./selectors.ts";
import type { ListedRun, RunState } from "./state.ts";
import type { Store } from "./store.ts";

/** Does what the selection asks for: lists runs, opens the selected one, follows it while it runs. */
export class Controller {
  readonly #store: Store;
  #opened: string | undefined = undefined;
  #client: TraceClient | undefined;
  #live: LiveConnection | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  async start(): Promise<void> {
    this.#store.subscribe(() => this.#sync());
    await this.listRuns();
    this.#sync();
  }

  /** Asks the server for its runs; without a server the page goes on as a static one. */
  async listRuns(): Promise<void> {
    try {
      const response = await fetch(apiPaths.runs, { headers: { accept: "application/json" } });
      const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
      if (response.ok && isJson) {
        this.#store.dispatch({ type: "runs/listed", list: (await response.json()) as RunList });
      } else {
        this.#store.dispatch({ type: "runs/static" });
      }
    } catch {
      if (this.#store.state.runs.phase === "loading") this.#store.dispatch({ type: "runs/static" });
      else this.#store.dispatch({ type: "runs/failed", message: "The server does not answer." });
    }
  }

  /** Adds runs that were picked, and opens the only one. */
  add(runs: readonly ListedRun[]): void {
    this.#store.dispatch({ type: "runs/added", runs });
    const [first] = runs;
    if (runs.length === 1 && first !== undefined) this.#store.select({ run: first.id });
    else this.#store.select({ run: undefined, url: undefined });
  }

  #sync(): void {
    const { run, url } = this.#store.state.selection;
    const wanted = url ?? run;
    if (wanted === this.#opened) return;
    this.#close();
    this.#opened = wanted;
    if (wanted === undefined) {
      // Not inside of the listener that called: others have not seen the selection yet.
      queueMicrotask(() => this.#store.dispatch({ type: "run/opened", run: null }));
      void this.listRuns();
      return;
    }
    this.#open(wanted, url !== undefined).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      this.#fail(wanted, message);
    });
  }

  #close(): void {
    this.#client?.close();
    this.#live?.close();
    this.#client = undefined;
    this.#live = undefined;
  }

  #fail(id: string, message: string): void {
    if (this.#opened !== id) return;
    const fields: Partial<RunState> = { phase: "failed", problems: [{ file: "", message }] };
    if (this.#store.state.primary?.id !== id) {
      const descriptor: SourceDescriptor = { kind: "files", name: id, files: [] };
      this.#store.dispatch({
        type: "run/opened",
        run: { ...openingRun(id, descriptor, emptySource(id)), ...fields },
      });
    } else this.#store.dispatch({ type: "run/learned", id, fields });
  }

  async #open(id: string, isUrl: boolean): Promise<void> {
    const descriptor = isUrl ? describeUrl(id) : await this.#describe(id);
    const source = await openSource(descriptor);
    if (this.#opened !== id) return;
    this.#store.dispatch({ type: "run/opened", run: openingRun(id, descriptor, source) });
    const head = await readHead(source);
    if (this.#opened !== id) return;
    const flush = (batches: readonly Batch[]): void => {
      this.#store.dispatch({ type: "trace/batches", id, batches });
    };
    const collector = new Collector(flush);
    const client = new TraceClient(
      (batch) => collector.add(batch),
      (end) => {
        collector.flush();
        this.#store.dispatch({ type: "trace/end", id, end });
        this.#chooseAttempt();
      },
    );
    this.#client = client;
    this.#store.dispatch({
      type: "run/learned",
      id,
      fields: { ...head, client, phase: "indexing" },
    });
    const { manifest, version } = head;
    client.open({ descriptor, version, head: manifest, ended: hasEnded(manifest?.status) });
    if (descriptor.kind === "served" && !hasEnded(manifest?.status)) {
      this.#follow(id, descriptor.files);
    }
  }

  async #describe(id: string): Promise<SourceDescriptor> {
    const picked = this.#store.state.runs.entries.find((run) => run.id === id)?.descriptor;
    if (picked !== undefined) return picked;
    const response = await fetch(apiPaths.run + encodeURIComponent(id));
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    if (!response.ok || !isJson) {
      throw new Error(
        "There is no such run here. It may have been moved, or has to be picked again.",
      );
    }
    const { name, files } = (await response.json()) as RunFiles;
    return { kind: "served", name, files };
  }

  /** Opens on what matters, unless the address says something else. */
  #chooseAttempt(): void {
    const { primary, selection } = this.#store.state;
    if (primary === null || selection.attempt !== undefined || selection.node !== undefined) return;
    const attempt = startingAttempt(primary, selection);
    if (attempt !== undefined)
      this.#store.select({ attempt: attempt.attemptId }, { replace: true });
  }

  #follow(id: string, read: readonly FileEntry[]): void {
    const learn = (fields: Partial<RunState>): void => {
      this.#store.dispatch({ type: "run/learned", id, fields });
    };
    this.#live = new LiveConnection(id, read, {
      onLost: () => learn({ live: "lost" }),
      onChange: async (files, changed, writer) => {
        const { primary } = this.#store.state;
        if (primary?.id !== id || primary.descriptor.kind !== "served") return;
        const descriptor: SourceDescriptor = { ...primary.descriptor, files };
        const source = await openSource(descriptor);
        const head = changed.includes("manifest.json") ? await readHead(source) : undefined;
        if (this.#opened !== id) return;
        const status = (head?.manifest ?? primary.manifest)?.status;
        const ended = hasEnded(status);
        const live = liveOf(status, writer);
        const isSameManifest =
          head === undefined || isSameJson(head.manifest?.raw, primary.manifest?.raw);
        // A new source means that what was read or checked before is out of date.
        if (isSameManifest && changed.every((path) => path === "manifest.json")) {
          learn({ live, writer });
          return;
        }
        const traceBytes = files.find(({ path }) => path === "trace.ndjson")?.bytes ?? 0;
        learn({ ...head, descriptor, source, traceBytes, live, writer });
        this.#store.dispatch({ type: "files/changed", id, paths: changed });
        if (changed.includes("trace.ndjson") || ended) this.#client?.grow({ descriptor, ended });
        if (ended) {
          this.#live?.close();
          learn({ live: "off" });
        }
      },
    });
  }
}

function hasEnded(status: string | undefined): boolean {
  return status === "completed" || status === "failed" || status === "timed_out";
}

/** How a run is followed. Without a status nothing says that it goes on, though it may turn out to. */
function liveOf(status: string | undefined, writer: Writer): RunState["live"] {
  if (status === undefined) return "off";
  return writer === "none" && status === "running" ? "stopped" : "following";
}

function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function describeUrl(url: string): SourceDescriptor {
  const resolved = new URL(url, document.baseURI);
  if (resolved.origin !== location.origin) {
    throw new Error(
      `This page reads bundles from its own host only. ${resolved.host} is another one: download the bundle and drop it here.`,
    );
  }
  resolved.hash = "";
  resolved.search = "";
  const name = decodeURIComponent(resolved.pathname)
    .split("/")
    .findLast((part) => part !== "");
  const { href } = resolved;
  return { kind: "url", name: name ?? href, url: href.endsWith("/") ? href : `${href}/` };
}

function emptySource(name: string) {
  return {
    name,
    async *entries() {},
    size: async () => undefined,
    read: async () => new Uint8Array(),
    async *blocks() {},
    sha256: () => ({ update: () => undefined, hex: () => "" }),
  };
}
