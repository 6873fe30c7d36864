import { BundleWriteError } from "@flow-bundle/bundle";
import { errorText } from "./error-text.ts";

/** The run could not be recorded any further, for instance because the disk is full: it was stopped. */
export class RecordingStopped extends Error {
  override readonly name = "RecordingStopped";
  /** Absolute path of the bundle. */
  readonly path: string;
  /** `seq` of the last event that was recorded. */
  readonly upToSeq: number;

  constructor(path: string, upToSeq: number, cause: unknown) {
    const reason = errorText(cause instanceof Error && cause.cause ? cause.cause : cause);
    super(
      `The run was stopped, because it could not be recorded any further: ${reason}. ` +
        `The bundle at ${path} is intact up to seq ${upToSeq}; close it with flow recover, or go on with flow resume`,
      { cause },
    );
    this.path = path;
    this.upToSeq = upToSeq;
  }
}

/** Whether an error says that a writer takes nothing more. */
export function isStopped(error: unknown): error is BundleWriteError {
  return error instanceof BundleWriteError && (error.code === "stopped" || error.code === "closed");
}

/** Whether an error says that something must not stand in a bundle. */
export function isRefused(error: unknown): error is BundleWriteError {
  return error instanceof BundleWriteError && error.code === "refused";
}
