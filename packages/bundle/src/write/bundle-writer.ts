import type {
  ArtifactReference,
  Flow,
  SessionBinding,
  SessionEvent,
  SessionRecord,
  TraceEvent,
} from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import type { ArtifactContent, ArtifactOptions } from "./artifacts.ts";
import type { NewEvent } from "./new-event.ts";

/**
 * Writes one bundle of version 1.1. `createBundle` and `openBundleForAppend` make it; every run ends with `close`.
 *
 * Durability: when a promise of it is fulfilled, what it stands for was handed to the operating system, so a killed
 * process loses nothing that it reported. After a loss of power, lines may be missing; artifacts are synced.
 */
export interface BundleWriter {
  /** The folder of the bundle. */
  readonly path: string;
  readonly runId: string;
  /** The state of the run after the last event that was written. */
  readonly state: FoldState;
  /** The flow of the run. */
  readonly flow: Flow;
  /** The sessions of the run, in the order in which they were bound. */
  readonly sessions: readonly SessionWriter[];

  /**
   * Appends an event: one line of the trace, in one write. Concurrent calls are written in their order. An `error` over
   * 16 KiB is cut, and the whole of it becomes `errorArtifact`. After `run_waiting` the projections and the manifest are
   * complete too.
   *
   * @returns the event as it stands in the trace.
   * @throws {BundleWriteError} `refused`: it would break the format, nothing was written; `stopped`: it could not be
   * written, and nothing after it will be; `closed`.
   */
  append(event: NewEvent): Promise<TraceEvent>;

  /**
   * Writes an artifact, complete and on the disk when the promise is fulfilled. The same content is written once. With
   * `announce` it appends `artifact_written` too. What no event refers to when the run waits or ends is removed.
   */
  artifact(
    content: ArtifactContent,
    options?: ArtifactOptions & { readonly announce?: Announcement },
  ): Promise<ArtifactReference>;

  /** Adds a session to the run: its three files, the artifact of its binding, and `session_bound`. */
  session(session: NewSession): Promise<SessionWriter>;

  /** Says in the manifest that secrets were replaced. */
  markRedacted(): void;

  /**
   * Calls `listener` with each event that this writer has written, in their order: `run_started` at once when it made the
   * bundle, the others as they come, whoever had them written. It must not throw.
   */
  observe(listener: (event: TraceEvent, state: FoldState) => void): void;

  /** Writes projections and manifest now, as far as they are not up to date. */
  flush(): Promise<void>;

  /**
   * Brings everything up to date, seals the bundle when the run has ended, and gives the lock back. The manifest is
   * written last. A bundle of a run that goes on can be opened again.
   *
   * @throws {BundleWriteError} `stopped` when something could not be written; the lock is given back all the same.
   */
  close(): Promise<void>;

  /** Gives the lock back without writing anything more: what was appended stays, the rest is for recovery. */
  abandon(): Promise<void>;
}

/** The attempt that wrote an artifact, and the session that a raw response came from. */
export interface Announcement {
  readonly nodeId: string;
  readonly attemptId: string;
  readonly sessionId?: string;
}

/** A session that is being recorded. */
export interface SessionWriter {
  readonly id: string;
  readonly binding: SessionBinding;
  /** `seq` of the last message that was written; 0 before the first. */
  readonly lastSeq: number;
  /** Appends a message to `events.ndjson`, as it came. Messages are written in the order of the calls. */
  message(message: NewMessage): Promise<SessionEvent>;
  /** Replaces `record.json`. The caller derives it from the messages. */
  record(record: SessionRecord): Promise<void>;
}

/** A session at its beginning. */
export interface NewSession {
  readonly binding: SessionBinding;
  /** What was said before the ids were known, from `initialize` on. */
  readonly messages?: readonly NewMessage[];
  /** Default: a record without messages. */
  readonly record?: SessionRecord;
}

/** A message of a session; see spec/text/sessions.md. */
export interface NewMessage {
  readonly direction: SessionEvent["direction"];
  /** The JSON-RPC message as it was on the wire. */
  readonly message: SessionEvent["message"] & { readonly [key: string]: unknown };
  /** `YYYY-MM-DDTHH:mm:ss.sssZ`; default: now. The writer clamps. */
  readonly at?: string;
}
