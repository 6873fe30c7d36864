/** Two quotes, a colon, a value of one character, a comma: what an additional member adds to a text at least. */
const shortestMember = 5;
/** An escaped surrogate, which may be alone, or an escaped colon, which would not be counted. */
const awkwardEscape = /\\u(?:[dD]|003[aA])/;

/**
 * Cheap proof that a text which `JSON.parse` turned into `value` has no problem at all. False means "don't know".
 *
 * What is hard to see is a member that `JSON.parse` dropped because its key came again. It makes the text longer, and it
 * has a colon. So nothing was dropped from a text that is not long enough for that, as compact lines are, nor from one
 * that has no more colons than the value accounts for.
 *
 * @param depth how deep the value may nest.
 * @param decoded the text comes from a UTF-8 decoder: it has no raw lone surrogates.
 */
export function isClean(text: string, value: unknown, depth: number, decoded: boolean): boolean {
  for (const _ in {}) return false; // Object.prototype was extended: the walks below would count too much.
  if (!decoded && !text.isWellFormed()) return false;
  // An escaped surrogate would make the text as much longer as a member does.
  const isCompact = !text.includes("\n");
  if (isCompact && text.length - shortest(value, depth) < shortestMember) return true;
  return !awkwardEscape.test(text) && colonsIn(text) === colonsOf(value, depth);
}

/**
 * No text of a value is shorter than this; most compact ones are just as long. NaN when a number is out of range or the
 * value nests deeper than `depth`.
 */
function shortest(value: unknown, depth: number): number {
  switch (typeof value) {
    case "string":
      return value.length + 2;
    case "number":
      return shortestNumber(value);
    case "boolean":
      return value ? 4 : 5;
    default:
      if (value === null) return 4;
      if (depth <= 0) return NaN;
      return Array.isArray(value)
        ? shortestArray(value, depth - 1)
        : shortestObject(value as { readonly [key: string]: unknown }, depth - 1);
  }
}

function shortestArray(value: readonly unknown[], depth: number): number {
  const count = value.length;
  // Two brackets and the commas.
  let length = count === 0 ? 2 : count + 1;
  for (let i = 0; i < count; i++) length += shortest(value[i], depth);
  return length;
}

function shortestObject(value: { readonly [key: string]: unknown }, depth: number): number {
  // Like a list, and each key has two quotes and a colon.
  let length = 1;
  // oxlint-disable-next-line guard-for-in -- Object.prototype has nothing enumerable, see above.
  for (const key in value) {
    const member = value[key];
    length += key.length + 4;
    length += typeof member === "string" ? member.length + 2 : shortest(member, depth);
  }
  return length === 1 ? 2 : length;
}

function shortestNumber(value: number): number {
  if (!isInRange(value)) return NaN;
  // With a fraction, or final zeros, it may be spelled with an exponent: `1e3`.
  if (value % 1000 !== 0 && Number.isInteger(value)) return digitsOf(value);
  return value === 0 ? 1 : 3;
}

function digitsOf(value: number): number {
  let digits = value < 0 ? 2 : 1;
  for (let power = 10; power <= Math.abs(value); power *= 10) digits++;
  return digits;
}

/** How many colons a text of the value has: one for each member, and those of its keys and strings. NaN as above. */
function colonsOf(value: unknown, depth: number): number {
  if (typeof value === "string") return colonsIn(value);
  if (typeof value === "number") return isInRange(value) ? 0 : NaN;
  if (typeof value !== "object" || value === null) return 0;
  if (depth <= 0) return NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += colonsOf(item, depth - 1);
    return count;
  }
  const members = value as { readonly [key: string]: unknown };
  // oxlint-disable-next-line guard-for-in -- Object.prototype has nothing enumerable, see above.
  for (const key in members) count += 1 + colonsIn(key) + colonsOf(members[key], depth - 1);
  return count;
}

function colonsIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf(":"); i !== -1; i = text.indexOf(":", i + 1)) count++;
  return count;
}

function isInRange(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
