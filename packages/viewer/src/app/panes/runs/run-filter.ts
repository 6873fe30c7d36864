import type { ListedRun } from "../../state/state.ts";

/** What the list is narrowed to. */
export interface RunFilter {
  /** Words that all have to be in a title, name or id; "" for all. */
  readonly text: string;
  /** One of {@link kindOf}; undefined for all. */
  readonly kind: string | undefined;
}

/**
 * How a run is sorted in: its status, `stopped` when it says that it runs and its process is gone, `unreadable` without a
 * readable manifest, `other` for an unknown status.
 */
export function kindOf({ status, problem, writer }: ListedRun): string {
  if (problem !== undefined) return "unreadable";
  if (status === "running" && writer === "none") return "stopped";
  return status !== undefined && kinds.includes(status) ? status : "other";
}

const kinds = ["failed", "timed_out", "running", "waiting", "completed"];
const order = ["stopped", ...kinds, "unreadable", "other"];

/** How many runs there are of each kind, those that need somebody first. */
export function countKinds(
  runs: readonly ListedRun[],
): readonly { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(kindOf(run), (counts.get(kindOf(run)) ?? 0) + 1);
  return order.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

/** The runs that pass a filter, newest first; those that say no time come last. */
export function filterRuns(
  runs: readonly ListedRun[],
  { text, kind }: RunFilter,
): readonly ListedRun[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return runs
    .filter((run) => {
      if (kind !== undefined && kindOf(run) !== kind) return false;
      const { title, flowName, name, runId, status, problem } = run;
      const all = [title, flowName, name, runId, status, problem].join("\n").toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => timeOf(b) - timeOf(a));
}

function timeOf({ startedAt }: ListedRun): number {
  const time = Date.parse(startedAt ?? "");
  return Number.isFinite(time) ? time : Number.MIN_SAFE_INTEGER;
}
