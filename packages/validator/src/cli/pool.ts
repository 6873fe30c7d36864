import { Worker } from "node:worker_threads";
import { crashed } from "./crashed.ts";
import type { Target } from "./discover.ts";
import type { CheckRequest, Outcome } from "./request.ts";
import type { ProgressListener } from "./run-all.ts";

/** What a worker is started with. */
export interface WorkerStart {
  readonly request: CheckRequest;
  /** Whether it shall send `progress`. */
  readonly progress: boolean;
}

/** What is sent to a worker: the next bundle to check. */
export interface WorkerTask {
  readonly target: Target;
}

/** What a worker sends: how far it is, or the outcome of its task. */
export type WorkerMessage =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "outcome"; readonly outcome: Outcome };

const defaultWorker = new URL("../../bin/worker.js", import.meta.url);

/**
 * Checks bundles in `count` workers. A worker that dies takes only its bundle with it: that one's outcome is a fault of
 * ours, and a new worker takes its place.
 */
export async function runInWorkers(
  targets: readonly Target[],
  request: CheckRequest,
  count: number,
  progress?: ProgressListener,
  file: URL = defaultWorker,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = targets.entries();
  const start: WorkerStart = { request, progress: progress !== undefined };

  const lane = async (): Promise<void> => {
    let worker: Worker | undefined;
    for (const [position, target] of queue) {
      worker ??= new Worker(file, { workerData: start });
      const { outcome, alive } = await runTask(worker, target, (done, total) =>
        progress?.update(position, done, total),
      );
      outcomes[position] = outcome;
      progress?.finish(position);
      if (!alive) worker = undefined;
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: count }, lane));
  return outcomes;
}

/** One bundle in one worker. */
function runTask(
  worker: Worker,
  target: Target,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly outcome: Outcome; readonly alive: boolean }> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome, alive: boolean) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      // A dying worker can still report an error; nobody needs to hear it.
      worker.on("error", ignore);
      resolve({ outcome, alive });
    };
    const onMessage = (message: WorkerMessage) => {
      if (message.type === "progress") onProgress(message.done, message.total);
      else settle(message.outcome, true);
    };
    const onError = (error: unknown) => settle(crashed(target, error), false);
    const onExit = (code: number) =>
      settle(crashed(target, new Error(`a worker ended with code ${code}`)), false);
    worker.off("error", ignore).on("message", onMessage).on("error", onError).on("exit", onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ target } satisfies WorkerTask);
  });
}

function ignore(): void {}
