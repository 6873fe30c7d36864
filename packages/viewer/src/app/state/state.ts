import type { BundleSource } from "@flow-bundle/bundle";
import type { Flow } from "@flow-bundle/schema";
import type { RunEntry, Writer } from "../../protocol/api.ts";
import type { SourceDescriptor } from "../source/descriptor.ts";
import type { LogEnd } from "../source/read-log.ts";
import type { TraceClient } from "../trace/trace-client.ts";
import type { TraceTable } from "../trace/trace-table.ts";
import type { Selection } from "./selection.ts";

/** Everything the page knows. Changed by `reduce` alone. */
export interface AppState {
  readonly runs: RunsState;
  readonly selection: Selection;
  /** The run that is looked at; null while the list of runs is. */
  readonly primary: RunState | null;
  /** A second run beside it. Nothing sets it yet: it is the place for comparing two runs. */
  readonly other: RunState | null;
  readonly settings: Settings;
  readonly playback: Playback;
  /** The list of keys is open. */
  readonly help: boolean;
  /** The facts about the run are open. */
  readonly about: boolean;
  /** A sentence for screen readers and the bar at the bottom: what just happened. */
  readonly announcement: string;
}

/** Runs that can be opened: those of the server, and those that were picked here. */
export interface RunsState {
  readonly phase: "loading" | "ready" | "static";
  readonly entries: readonly ListedRun[];
  readonly notes: readonly string[];
  readonly failure: string | undefined;
  /** What is being done with what was picked or dropped; undefined when nothing is. */
  readonly reading: string | undefined;
}

/** An entry of the list of runs. `descriptor` is there when it was picked, and not served. */
export interface ListedRun extends RunEntry {
  readonly origin: "served" | "picked" | "url";
  readonly descriptor?: SourceDescriptor;
}

export interface Settings {
  readonly theme: "system" | "light" | "dark";
  /** The camera of the graph follows the current attempt. */
  readonly follow: boolean;
}

/** The clock of the replay. Where it stands is `at` of the selection; this is how it moves. */
export interface Playback {
  readonly playing: boolean;
  /** How many times as fast as the run was; undefined until somebody chose one: then it fits the run. */
  readonly speed: number | undefined;
  /** Milliseconds since 1970 while it plays, between the times of two rows; see `positionTime`. */
  readonly time: number | undefined;
}

/** What is wrong with a bundle before anybody validates it. */
export interface OpenProblem {
  readonly file: string;
  readonly message: string;
}

/** What the manifest says, as far as it can be read; each field has been checked to be a text. */
export interface ManifestHead {
  readonly runId: string;
  readonly flowName: string;
  readonly runTitle?: string;
  readonly flowPath?: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly status: string;
  readonly specVersion: string;
  /** The raw document. */
  readonly raw: unknown;
}

/** A run that is open. */
export interface RunState {
  /** Id in the list of runs, or the address. */
  readonly id: string;
  readonly name: string;
  readonly descriptor: SourceDescriptor;
  readonly source: BundleSource;
  readonly phase: "opening" | "indexing" | "ready" | "failed";
  readonly version: "1.0" | "1.1";
  /** Undefined when there is no readable manifest. */
  readonly manifest: ManifestHead | undefined;
  /** Undefined when flow.json cannot be read. Only its outer shape has been checked: see `flow-model.ts`. */
  readonly flow: Flow | undefined;
  readonly problems: readonly OpenProblem[];
  /** Grows in place; `revision` tells when. */
  readonly table: TraceTable;
  readonly client: TraceClient | undefined;
  /** Counts what came from the trace. */
  readonly revision: number;
  /** Size of trace.ndjson, when it was opened or told last. */
  readonly traceBytes: number;
  readonly end: LogEnd | undefined;
  /** `stopped`: the process that wrote it is gone. The page still sees when another one goes on with it. */
  readonly live: "off" | "following" | "stopped" | "lost";
  readonly writer: Writer;
  /** Changes when any file other than the trace did, by path; what was read of it is to be read again. */
  readonly fileVersions: ReadonlyMap<string, number>;
}
