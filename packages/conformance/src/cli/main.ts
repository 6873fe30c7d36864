import { printable } from "@flow-bundle/bundle";
import { CommanderError } from "commander";
import { exitCodes } from "./exit-code.ts";
import { processIo, type Io } from "./io.ts";
import { buildProgram } from "./program.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Runs the command `bundle-conformance` and returns its exit code; throws only what is a fault of ours. What a command
 * needs is loaded when it runs.
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
  if (error instanceof CommanderError) complain(io, commanderMessage(error));
  else if (error instanceof UsageError) complain(io, error.message);
  else throw error;
  return exitCodes.usage;
}

function complain(io: Io, message: string): void {
  const lines = message.split("\n").map((line) => printable(line, { max: 4000 }));
  io.stderr.write(`bundle-conformance: ${lines.join("\n")}\n`);
}

/** `error: unknown option '--x'\n(Did you mean --y?)` in the words of this command. */
function commanderMessage({ message }: CommanderError): string {
  return message
    .replace(/^error: /, "")
    .replace(/\n\(Did you mean (.*)\?\)$/s, "; did you mean $1?")
    .replaceAll("\n", " ");
}
