import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { FileEntry, Writer } from "../../protocol/api.ts";
import type { Patch, ServerMessage } from "../../protocol/live.ts";
import type { Catalogue } from "../catalogue.ts";
import { writerOf } from "../writer.ts";

interface Seen {
  readonly entry: FileEntry;
  /** Changes whenever the file was written or exchanged. */
  readonly mark: string;
}

/**
 * Watches one run for one page: looks at the tree at intervals and tells what changed. The interval grows with what a
 * look costs, so that a bundle of many files does not keep the process busy.
 */
export class FollowedRun {
  readonly #catalogue: Catalogue;
  readonly #id: string;
  readonly #pollMs: number;
  readonly #send: (message: ServerMessage) => void;
  #version = 0;
  #seen: ReadonlyMap<string, Seen> | undefined;
  #writer: Writer = "unknown";
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  #stopped = false;

  constructor(
    catalogue: Catalogue,
    id: string,
    pollMs: number,
    send: (message: ServerMessage) => void,
  ) {
    this.#catalogue = catalogue;
    this.#id = id;
    this.#pollMs = pollMs;
    this.#send = send;
    void this.#look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Sends everything again, at once. */
  resync(): void {
    this.#seen = undefined;
    if (this.#isLooking || this.#stopped) return;
    clearTimeout(this.#timer);
    void this.#look();
  }

  async #look(): Promise<void> {
    const began = performance.now();
    this.#isLooking = true;
    // The writer first: when it has gone, the files are at least as new as that.
    const run = this.#catalogue.run(this.#id);
    const writer = run === undefined ? "unknown" : await writerOf(run.path);
    const found = await this.#catalogue.files(this.#id);
    this.#isLooking = false;
    if (this.#stopped) return;
    if (found === undefined) {
      this.stop();
      this.#send({ type: "gone", run: this.#id });
      return;
    }
    this.#tell(this.#mark(found.files), writer);
    const cost = performance.now() - began;
    this.#timer = setTimeout(() => void this.#look(), Math.max(this.#pollMs, 10 * cost));
  }

  #mark(files: readonly FileEntry[]): Map<string, Seen> {
    const root = this.#catalogue.run(this.#id)?.path ?? "";
    return new Map(
      files.map((entry) => {
        // Artifacts never change, so that their sizes will do.
        const marked = entry.id !== undefined && !entry.path.startsWith("artifacts/");
        return [entry.path, { entry, mark: marked ? markOf(join(root, entry.path)) : "" }];
      }),
    );
  }

  #tell(now: ReadonlyMap<string, Seen>, writer: Writer): void {
    const before = this.#seen;
    const isSameWriter = writer === this.#writer;
    this.#seen = now;
    this.#writer = writer;
    const run = this.#id;
    if (before === undefined) {
      const files = Array.from(now.values(), ({ entry }) => entry);
      this.#send({ type: "snapshot", run, version: ++this.#version, writer, files });
      return;
    }
    const { grown, replaced, removed } = changes(before, now);
    if (isSameWriter && grown.length + replaced.length + removed.length === 0) return;
    const version = ++this.#version;
    this.#send({ type: "patch", run, version, writer, grown, replaced, removed });
  }
}

function changes(
  before: ReadonlyMap<string, Seen>,
  now: ReadonlyMap<string, Seen>,
): Pick<Patch, "grown" | "replaced" | "removed"> {
  const grown: { path: string; bytes: number }[] = [];
  const replaced: FileEntry[] = [];
  for (const [path, { entry, mark }] of now) {
    const old = before.get(path);
    if (old !== undefined && old.mark === mark && old.entry.bytes === entry.bytes) continue;
    const isLog = path.endsWith(".ndjson") && old !== undefined && entry.bytes >= old.entry.bytes;
    if (isLog) grown.push({ path, bytes: entry.bytes });
    else replaced.push(entry);
  }
  const removed = [...before.keys()].filter((path) => !now.has(path));
  return { grown, replaced, removed };
}

function markOf(path: string): string {
  try {
    const { ino, size, mtimeNs } = lstatSync(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return "gone";
  }
}
