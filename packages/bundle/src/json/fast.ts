/** Two quotes, a colon, a value of one character, a comma: what an additional member adds to a text at least. */
const shortestMember = 5;

/** How much shorter the numbers of the value could be spelled than `measure` takes them to be. */
let saving = 0;

/**
 * Cheap proof that a text which `JSON.parse` turned into `value` has no problem at all. False means "don't know".
 *
 * The idea: the length of the most compact text of `value` follows from a walk over it. A member that `JSON.parse`
 * dropped because its key came again makes the real text at least five units longer. So when the text is less than five
 * units longer than it has to be, no key occurs twice. Three things are made up for: escapes and indentation, which are
 * counted in the text, and numbers for which the spelling with an exponent is shorter than the usual one (1000, 1e3).
 *
 * @param depth how deep the value may nest.
 * @param decoded the text comes from a UTF-8 decoder: it has no raw lone surrogates.
 */
export function isClean(text: string, value: unknown, depth: number, decoded: boolean): boolean {
  for (const _ in {}) return false; // Object.prototype was extended: the walk below would count too much.
  saving = 0;
  const length = measure(value, depth);
  if (length < 0) return false;
  if (!decoded && !text.isWellFormed()) return false;
  let spare = text.length - length + saving;
  // An escaped surrogate alone makes the text five units longer.
  if (spare < shortestMember) return true;
  const escapes = countEscapes(text);
  if (escapes < 0) return false;
  spare -= escapes;
  if (spare < shortestMember) return true;
  spare -= indentation(text);
  return spare < shortestMember || (saving > 0 && spare - savingInLines(text) < shortestMember);
}

/** Length of the compact text of a value; -1 when a number is out of range or the value nests deeper than `depth`. */
function measure(value: unknown, depth: number): number {
  switch (typeof value) {
    case "string":
      return value.length + 2;
    case "number":
      return measureNumber(value);
    case "boolean":
      return value ? 4 : 5;
    default:
      if (value === null) return 4;
      if (depth <= 0) return -1;
      return Array.isArray(value)
        ? measureArray(value, depth - 1)
        : measureObject(value as { readonly [key: string]: unknown }, depth - 1);
  }
}

function measureArray(value: readonly unknown[], depth: number): number {
  const count = value.length;
  // Two brackets and the commas.
  let length = count === 0 ? 2 : count + 1;
  for (let i = 0; i < count; i++) {
    const inner = measure(value[i], depth);
    if (inner < 0) return -1;
    length += inner;
  }
  return length;
}

function measureObject(value: { readonly [key: string]: unknown }, depth: number): number {
  // Like a list, and each key has two quotes and a colon.
  let length = 1;
  // oxlint-disable-next-line guard-for-in -- Object.prototype has nothing enumerable, see above.
  for (const key in value) {
    const member = value[key];
    if (typeof member === "string") {
      length += key.length + member.length + 6;
      continue;
    }
    const inner = measure(member, depth);
    if (inner < 0) return -1;
    length += key.length + inner + 4;
  }
  return length === 1 ? 2 : length;
}

function measureNumber(value: number): number {
  if (value >= 0 && value < 10_000_000 && (value | 0) === value) {
    if (value >= 1000) saving += savingOf(value);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    return digits;
  }
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return -1;
  const { length } = String(value);
  saving += Math.abs(value) < 0.01 ? length : savingOf(value);
  return length;
}

/** How much shorter a number of 0.01 or more gets when its final zeros are spelled as an exponent. */
function savingOf(value: number): number {
  if (value % 1000 !== 0) return 0;
  const digits = String(value);
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end--;
  return Math.max(0, digits.length - (end + 1 + String(digits.length - end).length));
}

/** How much longer the escapes in a text are than what they stand for; -1 when a surrogate is escaped. */
function countEscapes(text: string): number {
  let extra = 0;
  for (let i = text.indexOf("\\"); i !== -1; i = text.indexOf("\\", i + 2)) {
    const isUnicode = text.charCodeAt(i + 1) === 0x75;
    if (isUnicode && (text.charCodeAt(i + 2) | 0x20) === 0x64) return -1;
    extra += isUnicode ? 5 : 1;
  }
  return extra;
}

/**
 * How much of a text of several lines is white space for certain, the way `JSON.stringify` indents: line ends, the
 * spaces that lines start with, and that after a key which stands first in its line.
 */
function indentation(text: string): number {
  let count = 0;
  for (let lf = text.indexOf("\n"); lf !== -1; lf = text.indexOf("\n", lf)) {
    const i = afterSpaces(text, lf + 1);
    count += i - lf;
    const value = afterKey(text, i);
    if (value > i && text.charCodeAt(value - 1) === 0x20) count++;
    lf = value;
  }
  return count;
}

/**
 * How much of `saving` is none, since a number that stands alone in a line, or after its key, is spelled without an
 * exponent. (Should its member have been dropped, it still made the text five units longer than is made up for: it has
 * at least three digits less zeros, and four other units.)
 */
function savingInLines(text: string): number {
  let sum = 0;
  let line = 0;
  let next = text.indexOf("\n");
  let value = -1;
  for (let i = text.indexOf("000"); i !== -1;) {
    let end = i + 3;
    while (isDigit(text.charCodeAt(end))) end++;
    while (next !== -1 && next < i) {
      line = next + 1;
      next = text.indexOf("\n", line);
      value = -1;
    }
    if (value === -1) value = afterKey(text, afterSpaces(text, line));
    const start = text.charCodeAt(value) === 0x2d ? value + 1 : value;
    if (start <= i && i - start < 16 && line > 0 && isInteger(text, start, end)) {
      sum += savingOf(Number(text.slice(start, end)));
    }
    i = text.indexOf("000", end);
  }
  return sum;
}

/** Whether there is nothing but digits between two offsets, and no fraction or exponent after them. */
function isInteger(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isDigit(text.charCodeAt(i))) return false;
  const c = text.charCodeAt(end);
  return c !== 0x2e && (c | 0x20) !== 0x65;
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

function afterSpaces(text: string, start: number): number {
  let i = start;
  while (text.charCodeAt(i) === 0x20) i++;
  return i;
}

/** Where the value starts after the key that a line starts with; where the line starts, if it has no such key. */
function afterKey(text: string, start: number): number {
  // No string holds a line end, so a quote here starts a string, and the first quote without a backslash ends it.
  if (text.charCodeAt(start) !== 0x22) return start;
  const end = text.indexOf('"', start + 1);
  if (text.charCodeAt(end + 1) !== 0x3a || text.charCodeAt(end - 1) === 0x5c) return start;
  return text.charCodeAt(end + 2) === 0x20 ? end + 3 : end + 2;
}
