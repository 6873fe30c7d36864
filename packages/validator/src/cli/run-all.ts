import type { Target } from "./discover.ts";
import type { CheckRequest, Outcome } from "./request.ts";

/** How far the checks are; see progress.ts. */
export interface ProgressListener {
  update(position: number, done: number, total: number): void;
  finish(position: number): void;
}

/** Checks all bundles, several at a time in workers; outcomes come in the order of the targets. */
export async function runAll(
  targets: readonly Target[],
  request: CheckRequest,
  jobs: number | undefined,
  progress: ProgressListener | undefined,
): Promise<readonly Outcome[]> {
  const workers = targets.length === 1 ? 1 : Math.min(targets.length, jobs ?? (await processors()));
  if (targets.length > 1 && workers > 1) {
    const { runInWorkers } = await import("./pool.ts");
    return runInWorkers(targets, request, workers, progress);
  }
  const { checkBundle } = await import("./check-bundle.ts");
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

async function processors(): Promise<number> {
  const { availableParallelism } = await import("node:os");
  return availableParallelism();
}
