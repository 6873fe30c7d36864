import type { Severity } from "./finding.ts";

/** What a reader refuses to go beyond; exceeding one is a `limits/` finding and the verdict is undetermined. */
export interface Limits {
  /** Longest NDJSON line, in bytes. */
  readonly lineBytes: number;
  /** Deepest nesting of a JSON text. */
  readonly depth: number;
  /** Most files and folders. */
  readonly files: number;
  /** Most bytes over all files. */
  readonly bytes: number;
  /** Largest JSON document (manifest, flow, projections, binding, record), in bytes. */
  readonly documentBytes: number;
}

/** The limits that every reader has by default; spec/text/readers.md. */
export const defaultLimits: Limits = {
  lineBytes: 64 * 1024 * 1024,
  depth: 1000,
  files: 100_000,
  bytes: 4 * 1024 * 1024 * 1024,
  documentBytes: 256 * 1024 * 1024,
};

/** How many findings of one bundle a report lists by default; the rest is counted in `unlisted`. */
export const defaultMaxFindings = 10_000;

/** What a caller may ask of one validation. */
export interface ValidateOptions {
  readonly limits?: Partial<Limits>;
  /** Most findings the report lists; all are counted. */
  readonly maxFindings?: number;
  /** Rule ids to run; all others are left out. */
  readonly only?: readonly string[];
  /** Rule ids to leave out. */
  readonly ignore?: readonly string[];
  /** Overrides the catalogue's severity of a rule for a file; `off` drops the finding. */
  readonly severity?: (ruleId: string, file: string) => Severity | "off" | undefined;
  /** Report a run that has not ended as an error (`bundle/not-finished`). */
  readonly requireFinished?: boolean;
  /** Called now and then with bytes read so far and bytes in all. */
  readonly onProgress?: (done: number, total: number) => void;
}
