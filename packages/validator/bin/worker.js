// What a worker thread of the command starts with.
import { keepCompiled, load, stale } from "./load.js";

const { startWorker } = stale() ? await import("../dist/cli/worker.js") : load("worker");
startWorker(keepCompiled);
