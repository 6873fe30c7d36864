import { CommanderError, type Command } from "commander";
import { complain } from "./complain.ts";
import type { Output } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** Where a command writes. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** What the user is told of an error, and the exit code. */
export interface Complaint {
  readonly message: string;
  readonly exitCode: number;
}

/** Exit code of wrong usage. */
const usage = 2;

/**
 * Runs a command line and returns its exit code, 0 unless `build` is told of another.
 *
 * Wrong usage is told on standard error and gives 2; so does a call without a command, which prints the help. `explain`
 * is asked about all other errors, and what it has no words for is thrown on, as a fault of ours.
 */
export async function runProgram(
  argv: readonly string[],
  streams: Streams,
  build: (done: (exitCode: number) => void) => Command,
  explain: (error: unknown) => Promise<Complaint | undefined> = () => Promise.resolve(undefined),
): Promise<number> {
  let exitCode = 0;
  const program = build((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    const complaint = usageComplaint(error) ?? (await explain(error));
    if (complaint === undefined) throw error;
    ({ exitCode } = complaint);
    if (complaint.message !== "") {
      await complain(streams.stderr, program.name(), complaint.message);
    }
  }
  await Promise.all([streams.stdout.flush(), streams.stderr.flush()]);
  return exitCode;
}

function usageComplaint(error: unknown): Complaint | undefined {
  if (error instanceof UsageError) return { message: error.message, exitCode: usage };
  if (!(error instanceof CommanderError)) return undefined;
  // Help and version were asked for and printed; without a command, commander prints the help by itself.
  if (error.exitCode === 0) return { message: "", exitCode: 0 };
  if (error.code === "commander.help") return { message: "", exitCode: usage };
  return { message: commanderMessage(error), exitCode: usage };
}

/** `error: unknown option '--x'\n(Did you mean --y?)` in our words. */
function commanderMessage({ message }: CommanderError): string {
  return message
    .replace(/^error: /, "")
    .replace(/\n\(Did you mean (.*)\?\)$/s, "; did you mean $1?")
    .replaceAll("\n", " ");
}
