/** Two quotes, a colon, a value of one character, a comma: what an additional member adds to a text at least. */
const shortestMember = 5;

let length = 0;
let saving = 0;

/**
 * Cheap proof that a text which `JSON.parse` turned into `value` has no problem at all. False means "don't know".
 *
 * The idea: the length of the most compact text of `value` follows from a walk over it. A member that `JSON.parse`
 * dropped because its key came again makes the real text at least five units longer. So when the text is less than five
 * units longer than it has to be, no key occurs twice. Two things are made up for: escapes, which are counted in the
 * text, and numbers for which the spelling with an exponent is shorter than the usual one (1000, 1e3).
 *
 * @param depth how deep the value may nest.
 * @param decoded the text comes from a UTF-8 decoder: it has no raw lone surrogates.
 */
export function isClean(text: string, value: unknown, depth: number, decoded: boolean): boolean {
  for (const _ in {}) return false; // Object.prototype was extended: the walk below would count too much.
  length = 0;
  saving = 0;
  if (!measure(value, depth)) return false;
  const backslash = text.indexOf("\\");
  let escapes = 0;
  if (backslash !== -1) {
    if (text.includes("\\ud", backslash) || text.includes("\\uD", backslash)) return false;
    escapes = countEscapes(text, backslash);
  }
  if (!decoded && !text.isWellFormed()) return false;
  return text.length - length - escapes + saving < shortestMember;
}

/** Adds up `length` and `saving`. False when a number is out of range or the value nests deeper than `depth`. */
function measure(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case "string":
      length += value.length + 2;
      return true;
    case "number":
      return measureNumber(value);
    case "boolean":
      length += value ? 4 : 5;
      return true;
    default:
      if (value !== null) return depth > 0 && measureContainer(value as object, depth - 1);
      length += 4;
      return true;
  }
}

function measureContainer(value: object, depth: number): boolean {
  let count = 0;
  if (Array.isArray(value)) {
    count = value.length;
    for (let i = 0; i < count; i++) if (!measure(value[i], depth)) return false;
  } else {
    // oxlint-disable-next-line guard-for-in -- Object.prototype has nothing enumerable, see above.
    for (const key in value) {
      count++;
      length += key.length + 3;
      if (!measure((value as Record<string, unknown>)[key], depth)) return false;
    }
  }
  // Two brackets and the commas.
  length += count === 0 ? 2 : count + 1;
  return true;
}

function measureNumber(value: number): boolean {
  if (value >= 0 && value < 100_000 && (value | 0) === value) {
    length += value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : 5;
    if (value >= 1000 && value % 1000 === 0) saving += 2;
    return true;
  }
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return false;
  const digits = String(value);
  length += digits.length;
  if (Math.abs(value) < 0.01) saving += digits.length;
  else if (value % 1000 === 0) saving += Math.max(0, digits.length - shortestExponentForm(digits));
  return true;
}

/** Length of an integer with final zeros when these are spelled as an exponent. */
function shortestExponentForm(digits: string): number {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end--;
  return end + 1 + String(digits.length - end).length;
}

/** How much longer the escapes in a text are than what they stand for. */
function countEscapes(text: string, first: number): number {
  let extra = 0;
  let i = first;
  while (i !== -1) {
    extra += text.charCodeAt(i + 1) === 0x75 ? 5 : 1;
    i += 2;
    // The next one is often near, and then a search costs more than a look.
    const near = i + 16;
    while (i < near && text.charCodeAt(i) !== 0x5c) i++;
    if (i === near) i = text.indexOf("\\", i);
  }
  return extra;
}
