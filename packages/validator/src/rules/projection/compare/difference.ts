import { escapeSegment } from "@flow-bundle/bundle";
import { sameText } from "../../equal.ts";

/** The first place where two JSON values differ. Undefined on either side: there is nothing at that place. */
export interface Difference {
  /** JSON Pointer to the place, `""` for the whole value. */
  readonly pointer: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Compares two JSON values; keys may come in any order, lone surrogates count as U+FFFD. Places are looked at in the
 * order in which `expected` has them. Recursion goes as deep as the values, which no document exceeds by the limit of
 * its parser.
 */
export function difference(expected: unknown, actual: unknown): Difference | undefined {
  if (expected === actual) return undefined;
  if (typeof expected === "string" && typeof actual === "string") {
    return sameText(expected, actual) ? undefined : { pointer: "", expected, actual };
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return inLists(expected, actual);
  if (isObject(expected) && isObject(actual)) return inObjects(expected, actual);
  return { pointer: "", expected, actual };
}

/** The value under a key of its own; undefined when there is none, whatever the prototype has. */
export function ownValue(object: object, key: string): unknown {
  return Object.hasOwn(object, key)
    ? (object as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** The pointer to what holds the place: a value that is not there has no place of its own. */
export function holderOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

function inLists(expected: readonly unknown[], actual: readonly unknown[]): Difference | undefined {
  const length = Math.max(expected.length, actual.length);
  for (let index = 0; index < length; index += 1) {
    const inner = difference(expected[index], actual[index]);
    if (inner !== undefined) return at(String(index), inner);
  }
  return undefined;
}

function inObjects(expected: object, actual: object): Difference | undefined {
  for (const key of Object.keys(expected)) {
    const inner = difference(ownValue(expected, key), ownValue(actual, key));
    if (inner !== undefined) return at(key, inner);
  }
  for (const key of Object.keys(actual)) {
    if (!Object.hasOwn(expected, key)) return at(key, difference(undefined, ownValue(actual, key)));
  }
  return undefined;
}

function at(key: string, inner: Difference | undefined): Difference | undefined {
  return inner === undefined
    ? undefined
    : { ...inner, pointer: `/${escapeSegment(key)}${inner.pointer}` };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
