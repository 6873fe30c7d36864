import { setTimeout as sleep } from "node:timers/promises";
import type {
  OwnedProcess,
  ProcessCommand,
  ProcessExit,
  ProcessOwner,
} from "@flow-bundle/runtime/process";
import type { Answer, Request } from "../generated/types.ts";
import { readAnswer } from "../protocol/answer.ts";
import { collect, keepEnd } from "./output.ts";

/** Why an adapter gave no usable answer. */
export type BrokenReason =
  | "not-started"
  | "timeout"
  | "too-much-output"
  | "signal"
  | "exit-code"
  | "no-answer"
  | "not-utf8"
  | "not-json"
  | "wrong-shape";

/** What came of a request. `stderr` is the end of what the adapter wrote there. */
export type Exchange =
  | { readonly type: "answer"; readonly answer: Answer; readonly stderr: string }
  /** The suite itself ended the adapter, as the case wants it, and it gave no answer before. */
  | { readonly type: "interrupted"; readonly stderr: string }
  | {
      readonly type: "broken";
      readonly reason: BrokenReason;
      readonly detail: string;
      readonly stderr: string;
    };

/** How an adapter is asked. */
export interface ExchangeOptions {
  readonly timeoutMs: number;
  /** Most bytes of an answer; default 64 MiB. */
  readonly maxAnswerBytes?: number;
  /**
   * Runs beside the adapter, for cases that do something to it. Fulfilled with true when it sent a signal after which
   * any end of the adapter is right. The adapter's end aborts the signal.
   */
  readonly meanwhile?: (process: OwnedProcess, ended: AbortSignal) => Promise<boolean>;
}

const defaultMaxAnswerBytes = 64 * 1024 * 1024;
const maxStderrBytes = 16 * 1024;
/** After the adapter has ended: how long somebody else may hold its standard output open. */
const heldOpenMs = 300;
/** From TERM to KILL. */
const killAfterMs = 500;

/** Starts an adapter, gives it a request and reads the answer. Whatever it does, nothing of it runs afterwards. */
export async function exchange(
  owner: ProcessOwner,
  command: ProcessCommand,
  request: Request,
  options: ExchangeOptions,
): Promise<Exchange> {
  const { timeoutMs, maxAnswerBytes = defaultMaxAnswerBytes, meanwhile } = options;
  let started: OwnedProcess;
  try {
    started = await owner.start(command);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { type: "broken", reason: "not-started", detail, stderr: "" };
  }
  const stdout = collect(started.stdout, maxAnswerBytes);
  const stderr = keepEnd(started.stderr, maxStderrBytes);
  started.stdin.end(`${JSON.stringify(request)}\n`);

  const over = new AbortController();
  const interruption = meanwhile?.(started, over.signal) ?? Promise.resolve(false);
  const ending = await Promise.race([
    started.exited,
    stdout.overflowed.then(() => "too-much-output" as const),
    sleep(timeoutMs, "timeout" as const, { signal: over.signal, ref: true }).catch(never),
  ]);
  over.abort();
  if (typeof ending === "object") await within(heldOpenMs, stdout.ended);
  await started.terminate(typeof ending === "object" ? 0 : killAfterMs);
  const wasInterrupted = await interruption;
  return { ...judge(ending, stdout.bytes(), wasInterrupted, options), stderr: stderr.text() };
}

type Judged =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "interrupted" }
  | { readonly type: "broken"; readonly reason: BrokenReason; readonly detail: string };

function judge(
  ending: ProcessExit | "timeout" | "too-much-output",
  output: Uint8Array,
  wasInterrupted: boolean,
  { timeoutMs, maxAnswerBytes = defaultMaxAnswerBytes }: ExchangeOptions,
): Judged {
  if (ending === "timeout") {
    return broken(ending, `it had not ended after ${timeoutMs / 1000} s`);
  }
  if (ending === "too-much-output") {
    return broken(ending, `it wrote more than ${maxAnswerBytes} bytes to standard output`);
  }
  const read = readAnswer(output);
  if (wasInterrupted)
    return "answer" in read ? { type: "answer", ...read } : { type: "interrupted" };
  if (ending.signal !== null) return broken("signal", `it was ended by ${ending.signal}`);
  if (ending.exitCode !== 0)
    return broken("exit-code", `it ended with exit code ${ending.exitCode}`);
  return "answer" in read ? { type: "answer", ...read } : { type: "broken", ...read };
}

function broken(reason: BrokenReason, detail: string): Judged {
  return { type: "broken", reason, detail };
}

/** Waits for a promise, but not longer. */
async function within(ms: number, promise: Promise<void>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([
    promise,
    sleep(ms, undefined, { signal: enough.signal }).catch(() => undefined),
  ]);
  enough.abort();
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
