import { differences } from "./differences/all.ts";
import { lines } from "./lines.ts";
import type { Run } from "./normal/run.ts";

/** What acpx's run would be if ours had made it, and what ours made. */
export interface Comparison {
  readonly acpx: readonly string[];
  readonly ours: readonly string[];
  /** Ids of the differences that apply. */
  readonly differences: readonly string[];
}

export function compare(name: string, acpx: Run, ours: Run): Comparison {
  const [theirs, own] = [structuredClone(acpx), structuredClone(ours)];
  const applied = differences.filter(({ apply }) => apply(theirs, own, name) > 0);
  return { acpx: lines(theirs), ours: lines(own), differences: applied.map(({ id }) => id) };
}

export function areSame({ acpx, ours }: Comparison): boolean {
  return acpx.join("\n") === ours.join("\n");
}
