import type { Case } from "../cases/case.ts";
import type { CheckResult } from "../generated/types.ts";
import { runCase, type CaseOptions } from "./run-case.ts";

/** What is told while cases run. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly failed: number;
}

/** How cases are run. */
export interface RunOptions extends CaseOptions {
  /** How many adapters run at a time. */
  readonly jobs: number;
  /** Aborted: no other case is begun, what runs is killed, and its results are dropped. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What came of a run. */
export interface RunResults {
  /** In the order of the cases; those that did not run are left out. */
  readonly results: readonly CheckResult[];
  readonly isPartial: boolean;
}

/**
 * Asks an adapter for each case, a process each.
 *
 * @throws {AdapterError} when it cannot be started.
 */
export async function runCases(cases: readonly Case[], options: RunOptions): Promise<RunResults> {
  const { jobs, signal, onProgress, owner } = options;
  const resultsOf: (readonly CheckResult[] | undefined)[] = cases.map(() => undefined);
  const isOver = () => signal?.aborted === true;
  const killAll = () => owner.killAll();
  signal?.addEventListener("abort", killAll);
  let next = 0;
  let done = 0;
  let failed = 0;
  let fault: unknown;

  async function work(): Promise<void> {
    while (!isOver() && fault === undefined) {
      const index = next;
      next += 1;
      const item = cases[index];
      if (item === undefined) return;
      try {
        const results = await runCase(item, options);
        if (isOver()) return;
        resultsOf[index] = results;
        done += 1;
        if (results.some(({ status }) => status === "fail" || status === "broken")) failed += 1;
        onProgress?.({ done, all: cases.length, failed });
      } catch (error) {
        if (!isOver()) fault ??= error;
      }
    }
  }

  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
  signal?.removeEventListener("abort", killAll);
  if (fault !== undefined) throw fault;
  return {
    results: resultsOf.flatMap((results) => results ?? []),
    isPartial: resultsOf.includes(undefined),
  };
}
