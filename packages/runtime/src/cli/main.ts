import { runProgram, type Complaint } from "../command-line/index.ts";
import { FlowError } from "../errors.ts";
import { exitCodes } from "./exit-code.ts";
import { processIo } from "./io.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";

/**
 * Runs the command `flow` and returns its exit code; throws only what is a fault of ours. What a command needs is loaded
 * when it runs: the help comes at once.
 */
export function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  return runProgram(argv, io, (done) => buildProgram(io, done), explain);
}

/** What the user got wrong, or what the system refuses. */
async function explain(error: unknown): Promise<Complaint | undefined> {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  if (error instanceof FlowError || (await isFaultOfInput(error))) {
    return { message, exitCode: exitCodes.usage };
  }
  if (isSystemError(error)) {
    return { message: `The system refuses: ${message}`, exitCode: exitCodes.usage };
  }
  return (await isStopped(error)) ? { message, exitCode: exitCodes.failed } : undefined;
}

/** Something that the disk did not allow, before anything was recorded. */
function isSystemError(error: Error): boolean {
  return "syscall" in error && "code" in error;
}

/** A bundle could not be written any further. */
async function isStopped(error: Error): Promise<boolean> {
  const { BundleWriteError } = await import("@flow-bundle/bundle");
  return error instanceof BundleWriteError && error.code === "stopped";
}

/** A bundle that cannot be read, or not be written to. */
async function isFaultOfInput(error: Error): Promise<boolean> {
  const { BundleError, BundleWriteError, SourceError } = await import("@flow-bundle/bundle");
  if (error instanceof BundleWriteError) return error.code !== "stopped" && error.code !== "closed";
  return error instanceof BundleError || error instanceof SourceError;
}
