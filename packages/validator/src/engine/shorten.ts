import type { FindingInput, RelatedPlace } from "./finding.ts";

/** Longest text that a finding quotes, in UTF-16 units. */
const maxText = 500;
/** Most entries of an object or array that a finding quotes. */
const maxEntries = 20;
const maxDepth = 4;
/** About so many UTF-16 units are quoted of one value. */
const maxTotal = 4000;
const maxMessage = 2000;
/** Longest id and pointer; ids of the format have at most as many bytes. */
const maxId = 4096;

/** A value as a finding quotes it: long texts, lists and deep values are cut with `…`. Undefined stays undefined. */
export function shorten(value: unknown): unknown {
  return quote(value, 0, { left: maxTotal });
}

/** A finding without long texts, and without the large values that it quotes: findings stay in memory. */
export function shortenFinding(finding: FindingInput): FindingInput {
  const { message, pointer, nodeId, attemptId, sessionId, expected, actual, related, hint } =
    finding;
  return {
    ...finding,
    message: cut(message, maxMessage),
    ...(pointer === undefined ? {} : { pointer: cutPointer(pointer) }),
    ...(nodeId === undefined ? {} : { nodeId: cut(nodeId, maxId) }),
    ...(attemptId === undefined ? {} : { attemptId: cut(attemptId, maxId) }),
    ...(sessionId === undefined ? {} : { sessionId: cut(sessionId, maxId) }),
    ...(expected === undefined ? {} : { expected: shorten(expected) }),
    ...(actual === undefined ? {} : { actual: shorten(actual) }),
    ...(related === undefined ? {} : { related: related.map(shortenPlace) }),
    ...(hint === undefined ? {} : { hint: cut(hint, maxMessage) }),
  };
}

function shortenPlace(place: RelatedPlace): RelatedPlace {
  const { pointer, message } = place;
  return {
    ...place,
    ...(pointer === undefined ? {} : { pointer: cutPointer(pointer) }),
    ...(message === undefined ? {} : { message: cut(message, maxMessage) }),
  };
}

function quote(value: unknown, depth: number, room: { left: number }): unknown {
  if (typeof value === "string") {
    const text = cut(value, Math.min(maxText, Math.max(0, room.left)));
    room.left -= text.length;
    return text;
  }
  room.left -= 1;
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth || room.left <= 0) return "…";
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value.slice(0, maxEntries)) {
      if (room.left <= 0) break;
      items.push(quote(item, depth + 1, room));
    }
    return value.length > items.length ? [...items, "…"] : items;
  }
  const keys = Object.keys(value);
  const entries: [string, unknown][] = [];
  for (const key of keys.slice(0, maxEntries)) {
    if (room.left <= 0) break;
    const member = (value as { readonly [key: string]: unknown })[key];
    entries.push([quote(key, depth, room) as string, quote(member, depth + 1, room)]);
  }
  const more = keys.length - entries.length;
  if (more > 0) entries.push(["…", `${more} more`]);
  return Object.fromEntries(entries);
}

/** The pointer, or that of an enclosing value when it is very long. */
function cutPointer(pointer: string): string {
  if (pointer.length <= maxId) return pointer;
  return copy(pointer.slice(0, Math.max(0, pointer.lastIndexOf("/", maxId))));
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return copy(`${text.slice(0, max).replace(/[\ud800-\udbff]$/, "")}…`);
}

/** The same text in memory of its own: a part of a text may keep the whole of it. */
function copy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
