import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Manifest, TraceEvent } from "@flow-bundle/schema";
import { createFold } from "../fold/fold.ts";
import type { Fold } from "../fold/fold.ts";
import { directorySource } from "../node/directory.ts";
import type { ContentReader } from "../projection/prefetch.ts";
import { sourceContent } from "../projection/source-content.ts";

const fixtures = fileURLToPath(new URL("../../../../fixtures/", import.meta.url));

/** A bundle in `fixtures/`, as tests look at it. */
export class Fixture {
  /** Path below `fixtures/`. */
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  has(file: string): boolean {
    return existsSync(this.#at(file));
  }

  text(file: string): string {
    return readFileSync(this.#at(file), "utf8");
  }

  bytes(file: string): Uint8Array {
    return readFileSync(this.#at(file));
  }

  /** Bundle-relative paths of all files. */
  paths(): string[] {
    const entries = readdirSync(this.#at(""), { recursive: true, withFileTypes: true });
    const whole = entries.filter((entry) => entry.isFile());
    return whole.map(({ parentPath, name }) => relative(this.#at(""), join(parentPath, name)));
  }

  json<Value = unknown>(file: string): Value {
    return JSON.parse(this.text(file)) as Value;
  }

  manifest(): Manifest {
    return this.json<Manifest>("manifest.json");
  }

  /** The events of the trace, without a torn line at its end. */
  events(): TraceEvent[] {
    if (!this.has("trace.ndjson")) return [];
    const lines = this.text("trace.ndjson").split("\n");
    return lines.slice(0, -1).map((line) => JSON.parse(line) as TraceEvent);
  }

  /** A fold of the first `count` events; all when absent. */
  fold(count = Infinity): Fold {
    const { specVersion, runId, flowName, runTitle, flowPath, startedAt } = this.manifest();
    const head = {
      runId,
      flowName,
      startedAt,
      ...(runTitle !== undefined && { runTitle }),
      ...(flowPath !== undefined && { flowPath }),
    };
    const fold = createFold({ version: specVersion === undefined ? "1.0" : "1.1", run: head });
    for (const event of this.events().slice(0, count)) fold.apply(event);
    return fold;
  }

  content(): ContentReader {
    return sourceContent(directorySource(fixtures + this.path));
  }

  #at(file: string): string {
    return `${fixtures}${this.path}/${file}`;
  }
}

/** The bundles directly below a folder of `fixtures/`. */
export function fixturesIn(folder: string): Fixture[] {
  const entries = readdirSync(fixtures + folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => new Fixture(`${folder}/${name}`));
}

/** The golden bundles of version 1.1. */
export function goldenFixtures(): Fixture[] {
  const all = [...fixturesIn("valid"), ...fixturesIn("warn")];
  return all.filter(({ path }) => path.includes("/1.1-"));
}
