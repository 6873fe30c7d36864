import { CommanderError } from "commander";
import { FlowError } from "../errors.ts";
import { exitCodes } from "./exit-code.ts";
import { processIo } from "./io.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Runs the command `flow` and returns its exit code; throws only what is a fault of ours. What a command needs is loaded
 * when it runs: the help comes at once.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    exitCode = await failure(error, io);
  }
  await Promise.all([io.stdout.flush(), io.stderr.flush()]);
  return exitCode;
}

/** Tells what the user got wrong; anything else is thrown on. */
async function failure(error: unknown, io: Io): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
  // Without a command, commander prints the help.
  if (error instanceof CommanderError && error.code === "commander.help") return exitCodes.usage;
  const { complain } = await import("./complain.ts");
  if (error instanceof CommanderError) complain(io, commanderMessage(error));
  else if (error instanceof UsageError || error instanceof FlowError) complain(io, error.message);
  else if (await isFaultOfInput(error)) complain(io, (error as Error).message);
  else if (isSystemError(error)) complain(io, `The system refuses: ${error.message}`);
  else if (await isStopped(error)) {
    complain(io, (error as Error).message);
    return exitCodes.failed;
  } else throw error;
  return exitCodes.usage;
}

/** Something that the disk did not allow, before anything was recorded. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** A bundle could not be written any further. */
async function isStopped(error: unknown): Promise<boolean> {
  const { BundleWriteError } = await import("@flow-bundle/bundle");
  return error instanceof BundleWriteError && error.code === "stopped";
}

/** A bundle that cannot be read, or not be written to. */
async function isFaultOfInput(error: unknown): Promise<boolean> {
  const { BundleError, BundleWriteError, SourceError } = await import("@flow-bundle/bundle");
  if (error instanceof BundleWriteError) return error.code !== "stopped" && error.code !== "closed";
  return error instanceof BundleError || error instanceof SourceError;
}

/** `error: unknown option '--x'\n(Did you mean --y?)` in the words of this command. */
function commanderMessage({ message }: CommanderError): string {
  return message
    .replace(/^error: /, "")
    .replace(/\n\(Did you mean (.*)\?\)$/s, "; did you mean $1?")
    .replaceAll("\n", " ");
}
