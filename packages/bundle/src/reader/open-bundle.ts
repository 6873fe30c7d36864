import { constants, paths } from "@flow-bundle/schema";
import type { Flow, LiveProjection, Manifest, RunProjection, Step } from "@flow-bundle/schema";
import { createFold } from "../fold/fold.ts";
import type { Fold } from "../fold/fold.ts";
import { readJson } from "../lookup/lookup.ts";
import type { BundleSource } from "../source/source.ts";
import { BundleError } from "./bundle-error.ts";
import { TraceReader } from "./trace-reader.ts";

/**
 * A bundle that is open for reading. Its documents are JSON of the right outer type; nothing is checked against the
 * schemas (for that there is `@flow-bundle/validator`).
 */
export interface OpenBundle {
  readonly source: BundleSource;
  readonly manifest: Manifest;
  /** Minor version whose rules apply: that of the manifest, at most the newest known one. */
  readonly version: "1.0" | "1.1";
  /** The events; see {@link TraceReader}. */
  readonly trace: TraceReader;
  /** The state of the run after all events, or after those up to a `seq`. */
  fold(upToSeq?: number): Promise<Fold>;
  flow(): Promise<Flow>;
  /** The projections are derived: where they disagree with the trace, the trace is right. */
  run(): Promise<RunProjection>;
  live(): Promise<LiveProjection>;
  steps(): Promise<readonly Step[]>;
}

/**
 * Opens a bundle: reads its manifest and decides how to read the rest. Unknown fields are ignored.
 *
 * @throws {BundleError} when there is no usable manifest, or when it is of another format or major version.
 */
export async function openBundle(source: BundleSource): Promise<OpenBundle> {
  const found = await readJson(source, paths.manifest);
  if (!found.ok) throw new BundleError("no-manifest", paths.manifest, found.message);
  const { value } = found;
  const version = versionOf(value);
  if (!isManifest(value)) {
    const message = "runId, flowName, startedAt and status have to be strings";
    throw new BundleError("no-manifest", paths.manifest, message);
  }
  const manifest = value;

  async function document<Value>(path: string, isArray = false): Promise<Value> {
    const lookup = await readJson(source, path);
    if (!lookup.ok) throw new BundleError("damaged", path, lookup.message);
    const isRight = isArray ? Array.isArray(lookup.value) : isObject(lookup.value);
    if (isRight) return lookup.value as Value;
    throw new BundleError("damaged", path, `Expected ${isArray ? "an array" : "an object"}`);
  }

  const trace = new TraceReader(
    source,
    ["completed", "failed", "timed_out"].includes(manifest.status),
  );
  return {
    source,
    manifest,
    version,
    trace,
    async fold(upToSeq = Infinity) {
      const fold = createFold({ version, run: manifest });
      for await (const { event } of trace) {
        if (event.seq > upToSeq) break;
        fold.apply(event);
      }
      return fold;
    },
    flow: () => document<Flow>(paths.flow),
    run: () => document<RunProjection>(paths.runProjection),
    live: () => document<LiveProjection>(paths.liveProjection),
    steps: () => document<readonly Step[]>(paths.stepsProjection, true),
  };
}

function versionOf(manifest: unknown): "1.0" | "1.1" {
  const { schema, specVersion = "1.0" } = isObject(manifest) ? manifest : {};
  if (schema !== constants.bundleSchema) {
    const message = `Expected schema ${JSON.stringify(constants.bundleSchema)}`;
    throw new BundleError("unsupported", paths.manifest, message);
  }
  const [, minor] = /^1\.(\d+)$/.exec(String(specVersion)) ?? [];
  if (minor === undefined) {
    const message = `Expected specVersion 1.x, found ${JSON.stringify(specVersion)}`;
    throw new BundleError("unsupported", paths.manifest, message);
  }
  return minor === "0" ? "1.0" : "1.1";
}

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value)) return false;
  const { runId, flowName, startedAt, status } = value;
  return [runId, flowName, startedAt, status].every((field) => typeof field === "string");
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
