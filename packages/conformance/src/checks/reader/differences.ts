import { escapeSegment } from "@flow-bundle/bundle";
import type { Shape } from "./view-shape.ts";

/** Two values that should be the same. `expected` or `found` is undefined where there is none. */
export interface Difference {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/**
 * Where two JSON values differ, in document order, and not more than `max` places. Texts are compared after lone
 * surrogates were replaced, as the format has it; the order of members does not count.
 */
export function differences(
  expected: unknown,
  found: unknown,
  shape: Shape,
  max: number,
): readonly Difference[] {
  const places: Difference[] = [];
  visit(expected, found, shape, "", places, max);
  return places;
}

function visit(
  expected: unknown,
  found: unknown,
  shape: Shape,
  pointer: string,
  places: Difference[],
  max: number,
): void {
  if (places.length >= max) return;
  if (typeof expected === "string" && typeof found === "string") {
    if (expected.toWellFormed() === found.toWellFormed()) return;
  } else if (Array.isArray(expected) && Array.isArray(found)) {
    const item = typeof shape === "object" && "each" in shape ? shape.each : "any";
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
      visit(expected[index], found[index], item, `${pointer}/${index}`, places, max);
    }
    return;
  } else if (isObject(expected) && isObject(found)) {
    const known = typeof shape === "object" && "members" in shape ? shape.members : undefined;
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      if (known !== undefined && !Object.hasOwn(known, key)) continue;
      const inner = `${pointer}/${escapeSegment(key)}`;
      visit(own(expected, key), own(found, key), known?.[key] ?? "any", inner, places, max);
    }
    return;
  } else if (expected === found) {
    return;
  }
  places.push({ pointer, expected, found });
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
