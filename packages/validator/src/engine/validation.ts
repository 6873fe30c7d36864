import { createFold, parseStrict } from "@flow-bundle/bundle";
import type { BundleSource, Fold, JsonOptions } from "@flow-bundle/bundle";
import type {
  Flow,
  LiveProjection,
  Manifest,
  RunProjection,
  RunView,
  Step,
} from "@flow-bundle/schema";
import { ArtifactUses } from "./artifact-uses.ts";
import { FindingCollector } from "./collector.ts";
import type { ArtifactFile, ArtifactUse, BundleContext } from "./context.ts";
import { DigestingSource } from "./digesting-source.ts";
import { reportUnreadable } from "./documents.ts";
import { InputStates, type Cause } from "./inputs.ts";
import { defaultLimits, type Limits, type ValidateOptions } from "./options.ts";

/** What is known of the trace as bytes. */
export interface TraceFacts {
  present: boolean;
  bytes: number;
  lines: number;
  events: number;
  tornAt: { line: number; byteOffset: number } | undefined;
  lastSeq: number;
  lastAt: string | undefined;
}

/** Everything that is known of one bundle while it is checked. Filled step by step by the engine, read by the rules. */
export class Validation implements BundleContext {
  readonly source: DigestingSource;
  readonly options: ValidateOptions;
  readonly limits: Limits;
  readonly findings: FindingCollector;
  readonly inputs = new InputStates();
  readonly entries = new Map<string, { readonly type: string; readonly bytes: number }>();
  fold: Fold = createFold();
  readonly trace: TraceFacts = {
    present: false,
    bytes: 0,
    lines: 0,
    events: 0,
    tornAt: undefined,
    lastSeq: 0,
    lastAt: undefined,
  };
  readonly uses = new ArtifactUses();
  readonly artifactFiles = new Map<string, ArtifactFile>();

  version: "1.0" | "1.1" = "1.0";
  /** The version that the manifest names, `1.0` when it names none; null when there is no readable manifest. */
  namedVersion: string | null = null;
  manifest: Manifest | undefined;
  flow: Flow | undefined;
  run: RunProjection | undefined;
  live: LiveProjection | undefined;
  steps: readonly Step[] | undefined;
  totalBytes = 0;
  /** Files of which it was told that they cannot be read. */
  readonly unreadable = new Set<string>();
  /** Why nothing can be checked: the walk stopped at a limit, or the version is not supported. */
  cut: Cause | undefined = undefined;

  #view: RunView | undefined;
  #done = 0;
  constructor(source: BundleSource, options: ValidateOptions) {
    this.source = new DigestingSource(source);
    this.options = options;
    this.limits = { ...defaultLimits, ...options.limits };
    this.findings = new FindingCollector(options);
  }

  get status(): string {
    return this.manifest?.status ?? "running";
  }

  get finished(): boolean {
    return isTerminalStatus(this.status);
  }

  get artifactUses(): readonly ArtifactUse[] {
    return this.uses.list;
  }

  /** How JSON texts of this bundle are parsed: the format's depth in 1.1, the reader's limit in both. */
  get jsonOptions(): JsonOptions {
    const maxDepth = this.limits.depth;
    return this.version === "1.1"
      ? { maxDepth, allowedDepth: Math.min(64, maxDepth) }
      : { maxDepth };
  }

  view(): RunView {
    this.#view ??= this.fold.view();
    return this.#view;
  }

  async digest(
    path: string,
  ): Promise<{ readonly bytes: number; readonly sha256: string } | undefined> {
    const file = this.artifactFiles.get(path);
    return file ?? this.#unlessUnreadable(path, () => this.source.digest(path));
  }

  async artifactText(path: string): Promise<string | undefined> {
    const bytes = await this.artifactBytes(path);
    if (bytes === undefined) return undefined;
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
  }

  async artifactJson(path: string): Promise<{ readonly value: unknown } | undefined> {
    const text = await this.artifactText(path);
    if (text === undefined) return undefined;
    const { value } = parseStrict(text, { maxDepth: this.limits.depth, decoded: true });
    return value === undefined ? undefined : { value };
  }

  /** Tells a listener how much was read. */
  progress(bytes: number): void {
    this.#done += bytes;
    this.options.onProgress?.(this.#done, this.totalBytes);
  }

  async artifactBytes(path: string): Promise<Uint8Array | undefined> {
    const entry = this.entries.get(path);
    if (entry?.type !== "file" || entry.bytes > this.limits.documentBytes) return undefined;
    return this.#unlessUnreadable(path, () => this.source.read(path, this.limits.documentBytes));
  }

  /** A file that was there a moment ago may have changed or gone. */
  async #unlessUnreadable<Some>(
    path: string,
    read: () => Promise<Some>,
  ): Promise<Some | undefined> {
    try {
      return await read();
    } catch (error) {
      reportUnreadable(this, path, error);
      return undefined;
    }
  }
}

/** True for the statuses of a run that has ended. */
export function isTerminalStatus(status: string): boolean {
  return status === "completed" || status === "failed" || status === "timed_out";
}
