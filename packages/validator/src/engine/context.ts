import type {
  ArtifactReference,
  Flow,
  LiveProjection,
  Manifest,
  RunProjection,
  RunView,
  Step,
} from "@flow-bundle/schema";
import type { BundleSource, Fold } from "@flow-bundle/bundle";
import type { Limits } from "./options.ts";

/** A reference to an artifact as it stands somewhere in the trace. */
export interface ArtifactUse {
  readonly reference: ArtifactReference;
  readonly line: number;
  readonly seq: number;
  readonly pointer: string;
  readonly eventType: string;
  /** Key that holds the reference: `inputArtifact`, `promptArtifact`, `artifact`, … */
  readonly role: string;
  readonly attemptId?: string;
}

/** What was found out about a file in artifacts/. */
export interface ArtifactFile {
  readonly path: string;
  readonly bytes: number;
  /** Digest of the content; computed once per file, for every file in artifacts/. */
  readonly sha256: string;
  /** True when the content is valid UTF-8. */
  readonly isText: boolean;
}

/** One bundle while it is checked: what rules may look at. Documents are undefined when absent or bad. */
export interface BundleContext {
  readonly source: BundleSource;
  readonly limits: Limits;
  /** Minor version whose requirements apply. */
  readonly version: "1.0" | "1.1";
  readonly manifest: Manifest | undefined;
  readonly flow: Flow | undefined;
  readonly run: RunProjection | undefined;
  readonly live: LiveProjection | undefined;
  readonly steps: readonly Step[] | undefined;
  /** Every entry of the tree by path. `type`: file, directory, link, special, or why it cannot be opened: bad-path, unreadable. */
  readonly entries: ReadonlyMap<string, { readonly type: string; readonly bytes: number }>;
  /** Status by the manifest; `running` when the manifest is bad. */
  readonly status: string;
  /** completed, failed or timed_out by the manifest. */
  readonly finished: boolean;
  /** Folded state so far (streaming) or at the end. */
  readonly fold: Fold;
  /** The view of the fold; builds it, so only at the end. */
  view(): RunView;
  /** Facts about the trace's bytes; complete at traceEnd. */
  readonly trace: {
    readonly present: boolean;
    readonly bytes: number;
    readonly lines: number;
    /** Good events; what follows a corrupt line is not counted. */
    readonly events: number;
    /** Where the torn tail starts, when there is one. */
    readonly tornAt: { readonly line: number; readonly byteOffset: number } | undefined;
    readonly lastSeq: number;
    readonly lastAt: string | undefined;
  };
  /** Every artifact reference in the trace, in order (without duplicates beyond the first of each path and role). */
  readonly artifactUses: readonly ArtifactUse[];
  /** Files in artifacts/ with their digests; filled after the trace was read. */
  readonly artifactFiles: ReadonlyMap<string, ArtifactFile>;
  /** Reads an artifact as text or JSON; undefined when it is missing, too large or not of that sort. */
  /** Size and digest of a file of the bundle; undefined when there is none. Files that were streamed are not read again. */
  digest(path: string): Promise<{ readonly bytes: number; readonly sha256: string } | undefined>;
  /** Content of an artifact; undefined when it is missing or larger than a document may be. */
  artifactBytes(path: string): Promise<Uint8Array | undefined>;
  artifactText(path: string): Promise<string | undefined>;
  artifactJson(path: string): Promise<{ readonly value: unknown } | undefined>;
}
