import { nextBalanced } from "./balanced.ts";

/**
 * What counts as JSON in an answer. `strict`: the whole text. `fenced`: also the first fenced block. `compat`: also the
 * first object or array anywhere in the text.
 */
export type JsonObjectParseMode = "strict" | "fenced" | "compat";

const shownInErrors = 2000;

/**
 * Finds the JSON value in the answer of an agent. The whole text may be any value; `mode` says where else to look.
 * Default: `compat`.
 *
 * @throws {Error} when there is none; the message quotes the answer.
 */
export function parseJsonObject(
  text: string,
  options: { mode?: JsonObjectParseMode } = {},
): unknown {
  const { mode = "compat" } = options;
  const trimmed = toText(text).trim();
  if (trimmed === "") throw new Error("The answer is empty; it should be JSON");
  const found =
    parse(trimmed) ??
    (mode === "fenced" || mode === "compat" ? parseFenced(trimmed) : undefined) ??
    (mode === "compat" ? parseAnywhere(trimmed) : undefined);
  if (found === undefined) throw new Error(`The answer is no JSON: ${shorten(trimmed)}`);
  return found.value;
}

/** The value of a text that is JSON as a whole. */
export function parseStrictJsonObject(text: string): unknown {
  return parseJsonObject(text, { mode: "strict" });
}

/** The JSON value in a text: the whole, its first fenced block, or its first object or array. */
export function extractJsonObject(text: string): unknown {
  return parseJsonObject(text, { mode: "compat" });
}

interface Found {
  readonly value: unknown;
}

/** Flows hand over what an agent or a command gave, which need not be a text. */
function toText(text: unknown): string {
  switch (typeof text) {
    case "string":
      return text;
    case "number":
    case "boolean":
    case "bigint":
      return String(text);
    default:
      return "";
  }
}

function parse(text: string): Found | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The first block between three backticks, with or without the word json after the first ones. */
function parseFenced(text: string): Found | undefined {
  const block = /```(?:json(?=[ \t\r\n]))?([^]*?)```/i.exec(text)?.[1];
  return block === undefined ? undefined : parse(block.trim());
}

function parseAnywhere(text: string): Found | undefined {
  const budget = { steps: 32 * text.length };
  for (let from = 0; ; from += 1) {
    const range = nextBalanced(text, from, budget);
    if (range === undefined) return undefined;
    const found = parse(text.slice(range.start, range.end));
    if (found !== undefined) return found;
    from = range.start;
  }
}

function shorten(text: string): string {
  if (text.length <= shownInErrors) return text;
  return `${text.slice(0, shownInErrors)}… (${text.length - shownInErrors} more characters)`;
}
