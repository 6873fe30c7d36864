import { parentPort, workerData } from "node:worker_threads";
import { checkBundle } from "./check-bundle.ts";
import type { WorkerMessage, WorkerStart, WorkerTask } from "./pool.ts";

/** Least time between two messages on progress, in milliseconds. */
const interval = 100;

/**
 * Answers the tasks that come to this thread, one after the other; see pool.ts.
 *
 * @param afterTask called after each of them.
 */
export function startWorker(afterTask: () => void): void {
  const { request, progress } = workerData as WorkerStart;
  parentPort?.on("message", ({ target }: WorkerTask) => {
    void checkBundle(target, request, progress ? sendProgress() : undefined).then(
      async (outcome) => {
        // A rejection that nobody waits for shows now, while it is known whose it is.
        await new Promise((resolve) => void setImmediate(resolve));
        send({ type: "outcome", outcome });
        return afterTask();
      },
    );
  });
}

function send(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

function sendProgress(): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (now - last < interval) return;
    last = now;
    send({ type: "progress", done, total });
  };
}
