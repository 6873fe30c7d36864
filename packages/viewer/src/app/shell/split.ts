/** How far a split can be moved, in percent of what is split. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** A share inside of its limits, in whole percent. */
export function clampShare(share: number, { min, max }: Limits): number {
  return Math.min(max, Math.max(min, Math.round(share)));
}

const smallStep = 2;
const largeStep = 10;

/**
 * Where a key moves the edge that stands at `share`; undefined for a key that does not.
 *
 * @param direction `row`: two areas side by side; `column`: one below the other.
 */
export function shareAfterKey(
  key: string,
  share: number,
  direction: "row" | "column",
  limits: Limits,
): number | undefined {
  const [back, on] =
    direction === "row" ? ["ArrowLeft", "ArrowRight"] : (["ArrowUp", "ArrowDown"] as const);
  const steps = new Map([
    [back, -smallStep],
    [on, smallStep],
    ["PageUp", -largeStep],
    ["PageDown", largeStep],
  ]);
  if (key === "Home") return limits.min;
  if (key === "End") return limits.max;
  const step = steps.get(key);
  return step === undefined ? undefined : clampShare(share + step, limits);
}

/** A share as it was kept; undefined when there is none, or it is no number. */
export function parseShare(kept: string | null, limits: Limits): number | undefined {
  if (kept === null || !/^\d{1,3}$/.test(kept)) return undefined;
  return clampShare(Number(kept), limits);
}
