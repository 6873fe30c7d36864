import type { Host } from "@flow-bundle/bundle";
import type { OwnedProcess, ProcessExit, ProcessOwner } from "../process/owned-process.ts";
import type { ShellActionResult } from "../authoring/types.ts";
import { Capture } from "./capture.ts";
import type { Captured } from "./capture.ts";
import type { ShellCommand } from "./shell-command.ts";

/** A command that was started and has ended, with nothing of it left that it should not leave. */
export interface CommandRun extends ProcessExit {
  readonly stdout: Captured;
  readonly stderr: Captured;
  /** As the flow gets it. */
  readonly result: ShellActionResult;
  /** Why it was stopped; undefined when it ended by itself. */
  readonly stopped: Stop | undefined;
}

/** Why a command was stopped: its own time limit, more output than it may have, or the signal of its attempt. */
export type Stop = "timeout" | "stdout" | "stderr" | "aborted";

/** What a command needs. */
export interface CommandScope {
  readonly host: Host;
  readonly processes: ProcessOwner;
  readonly signal: AbortSignal;
}

/** Once the process has ended, and its output has been silent for so long, nothing more is waited for. */
const silenceMs = 200;
const longestMs = 2000;
/** Timers know no longer time. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs a command to its end, which is the end of the process itself. What it left in the background is stopped when it
 * still holds the output; with an output of its own it may go on to the end of the run.
 *
 * @throws when it could not be started, or could not be stopped; the reason of the signal when that had aborted before.
 */
export async function runCommand(command: ShellCommand, scope: CommandScope): Promise<CommandRun> {
  const { host, processes, signal } = scope;
  signal.throwIfAborted();
  const capture = new Capture(command.maxBufferBytes);
  const begin = host.elapsed();
  const child = await processes.start(command);
  let stopped: Stop | undefined;
  let stopping: Promise<void> | undefined;
  const stuck = Promise.withResolvers<never>();
  const stop = (why: Stop) => {
    stopped ??= why;
    stopping ??= child.terminate();
    stopping.catch(stuck.reject);
  };
  const onAbort = () => stop("aborted");
  const output = listen(child, capture, stop);
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  const { timeoutMs } = command;
  const hasTimer = timeoutMs > 0 && timeoutMs <= longestTimer;
  const cancel = hasTimer ? host.timer(timeoutMs, () => stop("timeout")) : undefined;
  child.stdin.end(command.stdin);
  try {
    const exit = await Promise.race([child.exited, stuck.promise]);
    const durationMs = Math.max(0, Math.round(host.elapsed() - begin));
    cancel?.();
    if (stopping === undefined && !(await output.ended())) stopping = child.terminate();
    await stopping;
    const { command: name, args, cwd } = command;
    const stdout = capture.captured("stdout");
    const stderr = capture.captured("stderr");
    const texts = {
      stdout: stdout.text,
      stderr: stderr.text,
      combinedOutput: capture.combined(),
    };
    const result = { command: name, args: [...args], cwd, ...texts, ...exit, durationMs };
    return { ...exit, stdout, stderr, result, stopped };
  } finally {
    cancel?.();
    signal.removeEventListener("abort", onAbort);
  }
}

/** Reads both streams. `ended`: whether they ended, rather than being held open in silence by what was left behind. */
function listen(child: OwnedProcess, capture: Capture, stop: (why: Stop) => void) {
  let last = performance.now();
  const closed = (["stdout", "stderr"] as const).map((name) => {
    const stream = child[name];
    stream.on("data", (bytes: Buffer) => {
      last = performance.now();
      if (!capture.add(name, bytes)) stop(name);
    });
    return new Promise<void>((resolve) => void stream.once("close", () => resolve()));
  });
  const all = Promise.all(closed).then(() => true as const);
  return {
    async ended(): Promise<boolean> {
      const begin = performance.now();
      last = begin;
      for (;;) {
        if (await within(silenceMs, all)) return true;
        const now = performance.now();
        if (now - last >= silenceMs || now - begin >= longestMs) return false;
      }
    },
  };
}

/** Waits no longer than so many milliseconds; whatever had come by then has been read, however busy the process was. */
async function within(ms: number, ended: Promise<true>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => {
    setImmediate(() => setImmediate(() => late.resolve(false)));
  }, ms);
  try {
    return await Promise.race([ended, late.promise]);
  } finally {
    // It would keep the process from ending.
    clearTimeout(timer);
  }
}
