import { parsePointer } from "./pointer.ts";
import { positionsAt } from "./position.ts";
import type { Position } from "./position.ts";
import { endOfString, skipValue, skipWhitespace } from "./skip.ts";

/** What to find in a JSON text: the value at a pointer, or the key of that member. */
export interface Place {
  readonly pointer: string;
  /** Default `value`. Elements of arrays have no key; then the value is meant. */
  readonly at?: "value" | "key";
}

/**
 * Finds where the value (or key) at a JSON Pointer starts in a text. Of a key that occurs twice, the last member is
 * meant, as with `JSON.parse`. A text that is not JSON is searched up to the fault.
 *
 * @returns undefined when there is no such value.
 */
export function locate(
  text: string,
  pointer: string,
  options: Omit<Place, "pointer"> = {},
): Position | undefined {
  return locateAll(text, [{ ...options, pointer }])[0];
}

/** The same for many places, with one pass over the text. */
export function locateAll(text: string, places: readonly Place[]): (Position | undefined)[] {
  const root = newTarget();
  const targets = places.map(({ pointer }) => parsePointer(pointer)?.reduce(childOf, root));
  search(text, root);
  const offsets = places.map(({ at }, i) => {
    const target = targets[i];
    return at === "key" && target?.keyAt !== undefined ? target.keyAt : target?.valueAt;
  });
  const positions = positionsAt(
    text,
    offsets.map((offset) => offset ?? 0),
  );
  return positions.map((position, i) => (offsets[i] === undefined ? undefined : position));
}

/** A value that is looked for, or one on the way to it. */
interface Target {
  readonly children: Map<string, Target>;
  keyAt: number | undefined;
  valueAt: number | undefined;
}

function newTarget(): Target {
  return { children: new Map(), keyAt: undefined, valueAt: undefined };
}

function childOf(parent: Target, segment: string): Target {
  const child = parent.children.get(segment) ?? newTarget();
  parent.children.set(segment, child);
  return child;
}

interface Frame {
  readonly target: Target;
  readonly isObject: boolean;
  /** Number of elements seen. */
  count: number;
}

function search(text: string, root: Target): void {
  const stack: Frame[] = [];
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  /** Takes in the value at `i`: enters it when something inside is looked for, else passes over it. */
  function value(target: Target | undefined): void {
    i = skipWhitespace(text, i);
    const c = text.charCodeAt(i);
    if (target !== undefined && i < text.length) target.valueAt = i;
    const isContainer = c === 0x7b || c === 0x5b;
    if (isContainer && target !== undefined && target.children.size > 0) {
      stack.push({ target, isObject: c === 0x7b, count: 0 });
      i++;
    } else {
      i = skipValue(text, i);
    }
  }

  value(root);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    i = skipWhitespace(text, i);
    const c = text.charCodeAt(i);
    if (i >= text.length) return;
    if (c === 0x7d || c === 0x5d) {
      stack.pop();
      i++;
    } else if (c === 0x2c) {
      i++;
    } else if (!top.isObject) {
      value(top.target.children.get(String(top.count++)));
    } else {
      const keyAt = i;
      const key = c === 0x22 ? keyAtOffset(text, i) : undefined;
      if (key === undefined) return;
      i = skipWhitespace(text, endOfString(text, i) + 1);
      if (text.charCodeAt(i) !== 0x3a) return;
      i++;
      const child = top.target.children.get(key);
      if (child !== undefined) child.keyAt = keyAt;
      value(child);
    }
  }
}

function keyAtOffset(text: string, open: number): string | undefined {
  const spelled = text.slice(open, endOfString(text, open) + 1);
  if (!spelled.includes("\\")) return spelled.slice(1, -1);
  try {
    return JSON.parse(spelled) as string;
  } catch {
    return undefined;
  }
}
