import { lstatSync } from "node:fs";
import { availableParallelism } from "node:os";
import { checkBundle } from "./check-bundle.ts";
import type { Target } from "./discover.ts";
import type { CheckRequest, Outcome } from "./request.ts";

/** How far the checks are; see progress.ts. */
export interface ProgressListener {
  update(position: number, done: number, total: number): void;
  finish(position: number): void;
}

/** Work below this many bytes of trace is done sooner than workers have started. */
const smallWork = 20 * 1024 * 1024;
/** What a bundle costs beside its trace, as bytes of trace. */
const costOfBundle = 200 * 1024;

/**
 * Checks all bundles, several at a time in workers when there is enough to do; outcomes come in the order of the
 * targets.
 */
export async function runAll(
  targets: readonly Target[],
  request: CheckRequest,
  jobs: number | undefined,
  progress: ProgressListener | undefined,
): Promise<readonly Outcome[]> {
  const workers = Math.min(
    targets.length,
    jobs ?? (isSmallWork(targets) ? 1 : availableParallelism()),
  );
  if (workers > 1) {
    const { runInWorkers } = await import("./pool.ts");
    return runInWorkers(targets, request, workers, progress);
  }
  const outcomes: Outcome[] = [];
  for (const [position, target] of targets.entries()) {
    const onProgress =
      progress === undefined
        ? undefined
        : (done: number, total: number) => progress.update(position, done, total);
    outcomes.push(await checkBundle(target, request, onProgress));
    progress?.finish(position);
  }
  return outcomes;
}

function isSmallWork(targets: readonly Target[]): boolean {
  let work = 0;
  for (const { path } of targets) {
    work += costOfBundle + traceBytes(path);
    if (work > smallWork) return targets.length === 1;
  }
  return true;
}

/** A guess: what cannot be seen here is for the engine to find out. */
function traceBytes(bundle: string): number {
  try {
    return lstatSync(`${bundle}/trace.ndjson`).size;
  } catch {
    return 0;
  }
}
