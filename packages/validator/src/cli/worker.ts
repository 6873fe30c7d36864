import { parentPort, workerData } from "node:worker_threads";
import { checkBundle } from "./check-bundle.ts";
import type { WorkerMessage, WorkerStart, WorkerTask } from "./pool.ts";

/** Least time between two messages on progress, in milliseconds. */
const interval = 100;

const { request, progress } = workerData as WorkerStart;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const send = (message: WorkerMessage) => parentPort?.postMessage(message);

function reporter(): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (now - last < interval) return;
    last = now;
    send({ type: "progress", done, total });
  };
}

parentPort?.on("message", ({ target }: WorkerTask) => {
  void checkBundle(target, request, progress ? reporter() : undefined).then((outcome) =>
    send({ type: "outcome", outcome }),
  );
});
