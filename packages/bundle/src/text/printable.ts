/** How {@link printable} treats a text. */
export interface PrintableOptions {
  /** Most UTF-16 units of the result before it is cut; default 400. */
  readonly max?: number;
}

/**
 * Everything that does not show as itself: control characters (C0, DEL, C1), format and bidi characters, zero-width
 * and other default-ignorable ones, line and paragraph separators, lone surrogates, unassigned and private ones, and
 * spaces that are none (U+3000 stays: it is ordinary text in East Asian languages).
 */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?![ \u3000])\p{Zs}/gu;

/** `##[command]`, `##vso[…]`, `##teamcity[…]`: what build servers obey anywhere in a line of a log. */
const logCommand = /##(?=\w*\[)/g;

const needsWork = /[^\x20-\x7e]|##/;

/**
 * Makes a text from a bundle safe to print: what a terminal or a build server would obey, or an eye would miss,
 * becomes an escape (`\n`, `\u001b`, `\u{e0041}`), and a long text is cut, saying how much is missing.
 */
export function printable(text: string, options: PrintableOptions = {}): string {
  const max = options.max ?? 400;
  // Cut before escaping, so that a text of megabytes costs nothing; escaping only makes it longer.
  const cut = text.length > max ? safeSlice(text, max) : text;
  const missing = text.length - cut.length;
  const shown = needsWork.test(cut) ? escapeInvisible(cut) : cut;
  return missing === 0 ? shown : `${shown}… (${missing} more characters)`;
}

/**
 * A JSON text with everything {@link printable} would escape written as JSON escapes: it stands for the same value, and
 * is safe to print.
 */
export function printableJson(json: string): string {
  if (!needsWork.test(json)) return json;
  // Outside of strings a JSON text has none of these, apart from line feeds.
  return json
    .replace(invisible, (character) => (character === "\n" ? "\n" : jsonEscape(character)))
    .replace(logCommand, "#\\u0023");
}

/**
 * A path or an id: as it is when it is plain, else quoted, so that it is seen where it ends and no line of a report can
 * begin with a command to a build server.
 */
export function printableName(name: string): string {
  // Most names are plain ASCII; the tables of Unicode are made on first use, which takes a while.
  if (plainAsciiName.test(name)) return name;
  return plainName.test(name) && printable(name) === name ? name : printable(JSON.stringify(name));
}

const plainAsciiName = /^[\w./@~+\\-][\w./@~+\\#: -]*$/;
const plainName = /^[\p{L}\p{N}_./@~+\\-][\p{L}\p{M}\p{N}_./@~+\\#: -]*$/u;

function escapeInvisible(text: string): string {
  return text.replace(invisible, escape).replace(logCommand, "#\\u0023");
}

const shortEscapes = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escape(character: string): string {
  const short = shortEscapes.get(character);
  if (short !== undefined) return short;
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}

function jsonEscape(character: string): string {
  let escaped = "";
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

/** The first `max` units, without the half of a surrogate pair at the end. */
function safeSlice(text: string, max: number): string {
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}
