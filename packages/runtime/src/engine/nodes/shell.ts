import type { ShellActionReceipt } from "@flow-bundle/schema";
import type { ShellActionNodeDefinition } from "../../authoring/types.ts";
import { asRecorded } from "../../redact/index.ts";
import { commandLine } from "../../shell/command-line.ts";
import { runCommand } from "../../shell/run-command.ts";
import type { CommandRun } from "../../shell/run-command.ts";
import { overflowError } from "../../shell/run-shell.ts";
import { shellCommand } from "../../shell/shell-command.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { AttemptAborted } from "../attempt.ts";
import type { Attempt } from "../attempt.ts";
import type { NodeExecutor, RunScope } from "../run-scope.ts";

/** Most bytes of `args` in an event; spec/text/trace.md#trace-text-size. */
const argsLimit = 64 * 1024;
/** How much of the standard error a message repeats. */
const tailLength = 4000;

/**
 * Runs the command of an attempt, and records it as spec/text/actions.md asks: `action_prepared` before it is started,
 * `action_completed` with its output whatever its end, and the receipts in any case.
 *
 * A command that its own `timeoutMs` ended throws an `AttemptAborted` although the attempt was not aborted: the outcome
 * is `timed_out`.
 */
export const executeShell: NodeExecutor<ShellActionNodeDefinition> = async (
  node,
  attempt,
  scope,
) => {
  const given = await attempt.callback((context) => node.exec(context));
  const command = shellCommand("exec", given, scope.cwd);
  const recorded = (text: string) => asRecorded(scope.writer, text);
  const line = commandLine(command, recorded);
  await attempt.heartbeat(`shell: ${line}`);
  const run = await recordedRun(command, attempt, scope);
  attempt.signal.throwIfAborted();
  const failure = failureOf(run, command, line, recorded);
  if (failure !== undefined) throw failure;
  const { parse } = node;
  if (parse === undefined) return run.result;
  return attempt.callback((context) => parse(run.result, context));
};

async function recordedRun(
  command: ShellCommand,
  attempt: Attempt,
  { host, processes }: RunScope,
): Promise<CommandRun> {
  const { receipts, signal } = attempt;
  const prepared = await preparedAction(command, attempt);
  await attempt.append({ type: "action_prepared", payload: { action: prepared } });
  receipts.action = { ...prepared, exitCode: null, signal: null, durationMs: 0 };
  const run = await runCommand(command, { host, processes, signal });
  const { exitCode, durationMs } = run.result;
  const completed = {
    action: { ...prepared, exitCode, signal: run.signal, durationMs },
    stdoutArtifact: await attempt.artifact(run.stdout.bytes, { truncated: run.stdout.isTruncated }),
    stderrArtifact: await attempt.artifact(run.stderr.bytes, { truncated: run.stderr.isTruncated }),
  };
  await attempt.append({ type: "action_completed", payload: completed });
  Object.assign(receipts, completed);
  return run;
}

type Prepared = Omit<ShellActionReceipt, "exitCode" | "signal" | "durationMs">;

async function preparedAction(
  { command, args, cwd }: ShellCommand,
  attempt: Attempt,
): Promise<Prepared> {
  const action: Prepared = { actionType: "shell", command, args: [...args], cwd };
  if (Buffer.byteLength(JSON.stringify(args)) <= argsLimit) return action;
  return { ...action, args: [], argsArtifact: await attempt.artifact({ json: args }) };
}

function failureOf(
  { stopped, exitCode, signal, stderr }: CommandRun,
  command: ShellCommand,
  line: string,
  recorded: (text: string) => string,
): Error | undefined {
  if (stopped === "timeout") {
    return new AttemptAborted("timed_out", `The command timed out after ${command.timeoutMs} ms`);
  }
  const overflow = overflowError(command, stopped);
  if (overflow !== undefined) return overflow;
  if ((exitCode === 0 && signal === null) || command.allowNonZeroExit) return undefined;
  const end = signal === null ? `ended with exit code ${exitCode}` : `was ended by ${signal}`;
  const tail = lastLines(recorded(stderr.text).trim());
  return new Error(`The command ${end}: ${line}${tail === "" ? "" : `\n${tail}`}`);
}

/** The end of a text: whole lines, as long as there are any. */
function lastLines(text: string): string {
  if (text.length <= tailLength) return text;
  const tail = text.slice(-tailLength);
  const lineEnd = tail.indexOf("\n");
  return `…\n${lineEnd === -1 ? tail.toWellFormed() : tail.slice(lineEnd + 1)}`;
}
