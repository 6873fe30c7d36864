import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "./cases.ts";
import { areSame, compare } from "./compare.ts";
import type { Comparison } from "./compare.ts";
import { normalise } from "./normal/run.ts";
import type { Run } from "./normal/run.ts";
import { observe } from "./observe/tools.ts";
import type { Observed } from "./observe/tools.ts";
import { recordedRun } from "./recorded.ts";

/** What both tools made of a case. */
export interface Studied {
  readonly one: Case;
  readonly comparison: Comparison;
  readonly acpx: Run;
  readonly ours: Run;
  /** Undefined: its recorded run was taken. */
  readonly acpxObserved: Observed | undefined;
  readonly oursObserved: Observed;
}

export const agrees = ({ comparison }: Studied): boolean => areSame(comparison);

/**
 * Runs the cases with ours, and with acpx where `isRun` says so. Time limits are short, and a machine may be busy: cases
 * that do not agree are run again by both, one at a time, and count as they are then.
 */
export async function study(
  cases: readonly Case[],
  folder: string,
  isRun: (one: Case) => boolean,
): Promise<Studied[]> {
  const first = await once(cases, join(folder, "0"), isRun, 6);
  const studied = new Map(first.map((result) => [result.one.name, result]));
  for (const again of ["1", "2", "3", "4"]) {
    const open = [...studied.values()].filter((result) => !agrees(result)).map(({ one }) => one);
    if (open.length === 0 || open.length > 20) break;
    console.warn(`run again: ${open.map(({ name }) => name).join(", ")}`);
    for (const result of await once(open, join(folder, again), () => true, 1)) {
      studied.set(result.one.name, result);
    }
  }
  return [...studied.values()];
}

async function once(
  cases: readonly Case[],
  folder: string,
  isRun: (one: Case) => boolean,
  parallel: number,
): Promise<Studied[]> {
  rmSync(folder, { recursive: true, force: true });
  const [theirs, own] = await Promise.all([
    observe("acpx", cases.filter(isRun), join(folder, "acpx"), parallel),
    observe("ours", cases, join(folder, "ours"), parallel),
  ]);
  return cases.map((one): Studied => {
    const acpxObserved = theirs.get(one.name);
    const oursObserved = own.get(one.name)!;
    const acpx = acpxObserved === undefined ? recordedRun(one) : normalise(acpxObserved);
    const ours = normalise(oursObserved);
    return {
      one,
      comparison: compare(one.name, acpx, ours),
      acpx,
      ours,
      acpxObserved,
      oursObserved,
    };
  });
}
