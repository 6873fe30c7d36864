import type { FlowShellExecution, FlowShellResult } from "../authoring/types.ts";
import { AttemptOver } from "../engine/attempt.ts";
import type { Attempt } from "../engine/attempt.ts";
import type { RunScope } from "../engine/run-scope.ts";
import { hardLimit } from "./capture.ts";
import { runCommand } from "./run-command.ts";
import type { Stop } from "./run-command.ts";
import { shellCommand } from "./shell-command.ts";
import type { ShellCommand } from "./shell-command.ts";

interface Commands {
  readonly running: Set<Promise<unknown>>;
  isOver: boolean;
}

const commands = new WeakMap<Attempt, Commands>();

/**
 * `context.runShell` of a function action. A command that ends badly, or is stopped by its own `timeoutMs`, is a result
 * like any other. It rejects when the command could not be started, when it wrote more than `maxBufferBytes`, and with
 * the reason of the attempt when that was aborted; then the command is gone. Nothing of it is recorded by itself.
 *
 * A function may forget to await a command, and does not see its end when the attempt is aborted. So whoever executes
 * the attempt awaits {@link shellsEnded} before it writes the outcome.
 */
export function runShellFor(
  attempt: Attempt,
  scope: RunScope,
): (execution: FlowShellExecution) => Promise<FlowShellResult> {
  const own: Commands = { running: new Set(), isOver: false };
  commands.set(attempt, own);
  return (execution) => {
    const running = run(execution, attempt, scope, own);
    void follow(running, own);
    return running;
  };
}

/** Also sees to it that a failure which nobody awaits does not end the process. */
async function follow(running: Promise<unknown>, own: Commands): Promise<void> {
  own.running.add(running);
  await Promise.allSettled([running]);
  own.running.delete(running);
}

/**
 * Waits until every command that the function of the attempt began has ended, and lets it begin no others. The deadline
 * of the attempt stays in force meanwhile. Never rejects.
 */
export async function shellsEnded(attempt: Attempt): Promise<void> {
  const own = commands.get(attempt);
  if (own === undefined) return;
  // A command that ends may let the function begin the next one.
  while (own.running.size > 0) {
    await Promise.allSettled(own.running);
    await new Promise((resolve) => void setImmediate(resolve));
  }
  own.isOver = true;
}

async function run(
  execution: FlowShellExecution,
  attempt: Attempt,
  { host, processes, cwd }: RunScope,
  own: Commands,
): Promise<FlowShellResult> {
  if (own.isOver) {
    throw new AttemptOver(`runShell: attempt ${JSON.stringify(attempt.attemptId)} has ended`);
  }
  const { signal } = attempt;
  const command = shellCommand("runShell", execution, cwd);
  const { stopped, result } = await runCommand(command, { host, processes, signal });
  signal.throwIfAborted();
  const overflow = overflowError(command, stopped);
  if (overflow !== undefined) throw overflow;
  return { ...result, timedOut: stopped === "timeout" };
}

/** The error of a command that was stopped because it wrote too much. */
export function overflowError(
  { maxBufferBytes }: ShellCommand,
  stopped: Stop | undefined,
): Error | undefined {
  if (stopped !== "stdout" && stopped !== "stderr") return undefined;
  const stream = stopped === "stdout" ? "standard output" : "standard error";
  const limit =
    maxBufferBytes === undefined || maxBufferBytes > hardLimit
      ? `${hardLimit} bytes`
      : `${maxBufferBytes} bytes (maxBufferBytes)`;
  return new Error(`The command wrote more than ${limit} to ${stream}, and was stopped`);
}
