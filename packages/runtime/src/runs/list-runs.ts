import type { Host } from "@flow-bundle/bundle";
import { runPlaces } from "./find-run.ts";
import { readRunFacts } from "./run-facts.ts";
import type { RunFacts } from "./run-facts.ts";

/** All runs of a runs folder, the newest first. Those that are broken come last. */
export async function listRuns(host: Host, runsDir: string): Promise<readonly RunFacts[]> {
  const runs: RunFacts[] = [];
  for (const place of runPlaces(runsDir)) runs.push(await readRunFacts(host, place));
  return runs.toSorted(
    (a, b) => compare(b.startedAt ?? "", a.startedAt ?? "") || compare(b.id, a.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
