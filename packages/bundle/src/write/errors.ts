import type { ProcessFacts } from "./host.ts";

/**
 * Why something could not be written. `exists`: there is a bundle of that run id already. `locked`: another process
 * writes to it ({@link BundleLockedError}). `refused`: what was handed in must not stand in a bundle; nothing was written,
 * and the writer goes on. `stopped`: a write failed; the bundle is intact up to an event, and the writer takes no more.
 * `closed`: the writer was closed. `finished`: the run has ended. `unsupported`: a bundle of another version.
 * `damaged`: the bundle is broken in a way that appending would not mend.
 */
export type BundleWriteErrorCode =
  | "exists"
  | "locked"
  | "refused"
  | "stopped"
  | "closed"
  | "finished"
  | "unsupported"
  | "damaged";

/** Thrown by everything that writes bundles; see {@link BundleWriteErrorCode}. */
export class BundleWriteError extends Error {
  readonly code: BundleWriteErrorCode;

  constructor(code: BundleWriteErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BundleWriteError";
    this.code = code;
  }
}

/** Another process writes to the bundle. */
export class BundleLockedError extends BundleWriteError {
  /** The process that holds the lock. */
  readonly holder: ProcessFacts;
  /** The file that says so. */
  readonly lockPath: string;

  constructor(holder: ProcessFacts, lockPath: string, isSure: boolean) {
    super(
      "locked",
      isSure
        ? `The bundle is being written by process ${holder.pid}; wait until it ends`
        : `The bundle is locked by process ${holder.pid} on ${holder.place}, and from here nobody can tell whether it runs; when it does not, remove ${lockPath}`,
    );
    this.name = "BundleLockedError";
    this.holder = holder;
    this.lockPath = lockPath;
  }
}

/** The code of a system error, such as `ENOENT`. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
