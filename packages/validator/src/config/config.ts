import type { Severity } from "../engine/finding.ts";

/** Which findings an entry of the configuration speaks of. What is absent matches everything. */
export interface Selector {
  /** A rule id, or `area/*`. */
  readonly rule: string;
  /** Glob over the path of the bundle as it is reported. */
  readonly bundle?: string;
  /** Glob over the path of the file in the bundle. */
  readonly file?: string;
}

/** Gives the selected findings another severity; `off` drops them. */
export interface SeverityEntry extends Selector {
  readonly severity: Severity | "off";
}

/** Silences findings that are known, until a day. */
export interface Suppression extends Selector {
  /** Why this is accepted for now. */
  readonly reason: string;
  /** Last day on which it holds, as YYYY-MM-DD (UTC). */
  readonly expires: string;
  /** JSON Pointer, exactly as in the finding. */
  readonly pointer?: string;
  readonly attemptId?: string;
  /** Exactly this finding: it stays the same when lines move. */
  readonly fingerprint?: string;
}

/** A configuration: plain data, so that it can be handed to a worker. In each list, the last entry that matches counts. */
export interface Config {
  readonly severity: readonly SeverityEntry[];
  readonly suppressions: readonly Suppression[];
}

/** What holds without a configuration file. */
export const emptyConfig: Config = { severity: [], suppressions: [] };
