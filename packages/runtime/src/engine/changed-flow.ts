import { escapeSegment, toLine } from "@flow-bundle/bundle";
import type { Flow } from "@flow-bundle/schema";
import { isRedacted } from "../redact/index.ts";

const mostNamed = 5;

/**
 * What differs between the flow that a run began with and the one that is to go on with it, as JSON pointers into
 * `flow.json`, in words; undefined when nothing does. Texts that were redacted count as the same.
 */
export function differenceOf(recorded: Flow, now: Flow): string | undefined {
  const places: string[] = [];
  compare(recorded, JSON.parse(toLine(now)) as Flow, "", places);
  if (places.length === 0) return undefined;
  const more = places.length - mostNamed;
  return places.slice(0, mostNamed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function compare(before: unknown, after: unknown, pointer: string, places: string[]): void {
  if (typeof before === "string" && isRedacted(before) && typeof after === "string") return;
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const place = `${pointer}/${escapeSegment(key)}`;
      if (!Object.hasOwn(after, key)) places.push(`${place} is gone`);
      else if (!Object.hasOwn(before, key)) places.push(`${place} is new`);
      else compare(before[key], after[key], place, places);
    }
  } else if (before !== after) {
    places.push(`${pointer} was ${shown(before)} and is ${shown(after)}`);
  }
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  if (isObject(value)) return Array.isArray(value) ? "an array" : "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
