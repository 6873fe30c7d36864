import { createHash } from "node:crypto";
import { readJson, type BundleSource } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import type { FileEntry, RunEntry, RunFiles, RunList } from "../protocol/api.ts";
import { findRuns, type FoundRun } from "./find-runs.ts";
import { writerOf } from "./writer.ts";

/** A file that may be served. */
export interface ServedFile {
  readonly source: BundleSource;
  readonly path: string;
}

const maxManifestBytes = 4 * 1024 * 1024;

/**
 * What is served, by id. An id is only known after the list that it was in was asked for, or found again from the
 * paths that were given; no path is ever taken from a request.
 */
export class Catalogue {
  readonly #paths: readonly string[];
  readonly #runs = new Map<string, FoundRun>();
  readonly #files = new Map<string, ServedFile>();

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /** The runs as they are now. */
  async list(): Promise<RunList> {
    const notes: string[] = [];
    const entries = await Promise.all(this.#find(notes).map(describeRun));
    return { runs: entries.toSorted(newestFirst), notes };
  }

  /** The run with an id, or undefined. */
  run(id: string): FoundRun | undefined {
    if (!this.#runs.has(id)) this.#find([]);
    return this.#runs.get(id);
  }

  /** The tree of a run; undefined when there is no such run (any more). */
  async files(id: string): Promise<RunFiles | undefined> {
    const run = this.run(id);
    if (run === undefined) return undefined;
    try {
      const source = directorySource(run.path, run.name);
      const files: FileEntry[] = [];
      for await (const { path, type, bytes, problem } of source.entries()) {
        const served = type === "file" && problem === undefined;
        files.push({
          path,
          type,
          bytes,
          ...(problem !== undefined && { problem }),
          ...(served && { id: this.fileId(run, path, source) }),
        });
      }
      return { id, name: run.name, files };
    } catch {
      return undefined;
    }
  }

  /** The id of a file; from now on it can be fetched by it. */
  fileId(run: FoundRun, path: string, source: BundleSource): string {
    const id = createHash("sha256").update(`${run.id}\0${path}`).digest("base64url").slice(0, 22);
    if (!this.#files.has(id)) this.#files.set(id, { source, path });
    return id;
  }

  /** The file with an id, or undefined. */
  file(id: string): ServedFile | undefined {
    return this.#files.get(id);
  }

  #find(notes: string[]): FoundRun[] {
    const runs = findRuns(this.#paths, notes);
    for (const run of runs) this.#runs.set(run.id, run);
    return runs;
  }
}

async function describeRun({ id, path, name }: FoundRun): Promise<RunEntry> {
  try {
    const found = await readJson(directorySource(path), "manifest.json", {
      maxBytes: maxManifestBytes,
    });
    if (!found.ok) return { id, name, problem: `manifest.json: ${found.message}` };
    const text = (key: string): string | undefined => {
      const { value } = found;
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
        return undefined;
      const field: unknown = (value as { readonly [key: string]: unknown })[key];
      return typeof field === "string" ? field : undefined;
    };
    const fields = {
      runId: text("runId"),
      flowName: text("flowName"),
      title: text("runTitle"),
      status: text("status"),
      startedAt: text("startedAt"),
      finishedAt: text("finishedAt"),
    };
    const known = Object.entries(fields).filter(([, value]) => value !== undefined);
    if (fields.status === undefined || fields.startedAt === undefined) {
      return { id, name, problem: "manifest.json: it has no status or no startedAt" };
    }
    const isOpen = fields.status === "running" || fields.status === "waiting";
    return {
      id,
      name,
      ...(Object.fromEntries(known) as Partial<RunEntry>),
      ...(isOpen && { writer: await writerOf(path) }),
    };
  } catch (error) {
    return { id, name, problem: (error as Error).message };
  }
}

function newestFirst(a: RunEntry, b: RunEntry): number {
  const [x, y] = [a.startedAt ?? "", b.startedAt ?? ""];
  if (x !== y) return x < y ? 1 : -1;
  return a.name < b.name ? -1 : 1;
}
