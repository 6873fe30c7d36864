/** Why a bundle cannot be read; see {@link BundleError}. */
export type BundleErrorCode = "no-manifest" | "unsupported" | "damaged" | "too-large";

/**
 * Thrown by {@link openBundle} and what it returns. `no-manifest`: there is none that can be used. `unsupported`: another
 * format or major version. `damaged`: a part that readers cannot do without is broken; `bundle-validate` tells more.
 * `too-large`: a line of the trace is longer, or nested more deeply, than readers here take.
 */
export class BundleError extends Error {
  readonly code: BundleErrorCode;
  /** Bundle-relative path. */
  readonly file: string;
  /** Line in an NDJSON file, from 1. */
  readonly line: number | undefined;

  constructor(code: BundleErrorCode, file: string, message: string, line?: number) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${message}`);
    this.name = "BundleError";
    this.code = code;
    this.file = file;
    this.line = line;
  }
}
