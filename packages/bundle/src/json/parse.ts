import { isClean } from "./fast.ts";
import type { JsonOptions, JsonProblem, JsonResult } from "./problem.ts";
import { defaultMaxDepth, defaultMaxValues, scan } from "./scan.ts";

const none: readonly JsonProblem[] = Object.freeze([]);

/**
 * Reads one JSON text and tells everything in it that strict JSON forbids: duplicate keys, numbers beyond ±(2^53−1),
 * lone surrogates (raw or escaped), a BOM, too much nesting, and what is not JSON at all. Never throws.
 *
 * A text that has nothing of that sort costs little more than `JSON.parse`; for any other an exact scan finds the places.
 */
export function parseStrict(text: string, options: JsonOptions = {}): JsonResult {
  return text.charCodeAt(0) === 0xfeff ? withoutBom(text, options) : parse(text, options);
}

function parse(text: string, options: JsonOptions): JsonResult {
  const maxDepth = options.maxDepth ?? defaultMaxDepth;
  // A bomb of brackets would cost JSON.parse a hundred times its size in memory, or the stack.
  if (!hasAtMost(text, ["{", "["], Math.max(maxDepth, text.length >> 5))) {
    return examine(text, options);
  }
  // Each value but the first comes after one of these, and most take two units at least.
  const maxValues = options.maxValues ?? defaultMaxValues;
  if (text.length > 2 * maxValues && !hasAtMost(text, ["{", "[", ","], maxValues - 1)) {
    return examine(text, options);
  }
  const depth = Math.min(maxDepth, options.allowedDepth ?? maxDepth);
  try {
    const value: unknown = JSON.parse(text);
    if (isClean(text, value, depth, options.decoded ?? false)) {
      return { value, problems: none, omitted: 0 };
    }
  } catch {
    // Not JSON: the scan tells where.
  }
  return examine(text, options);
}

/** Looks for problems unit by unit, and only then parses. */
function examine(text: string, options: JsonOptions): JsonResult {
  const { problems, omitted, isJson } = scan(text, options);
  if (!isJson) return { value: undefined, problems, omitted };
  try {
    return { value: JSON.parse(text), problems, omitted };
  } catch {
    const message = "Nested deeper than this platform can read";
    const problem: JsonProblem = { code: "depth-limit", message, offset: 0, pointer: "" };
    return { value: undefined, problems: [problem], omitted: 0 };
  }
}

function withoutBom(text: string, options: JsonOptions): JsonResult {
  const message = "The text starts with a byte order mark (U+FEFF)";
  const { value, problems, omitted } = parse(text.slice(1), options);
  const all: JsonProblem[] = [{ code: "bom", message, offset: 0, pointer: "" }];
  for (const { code, message, offset, pointer } of problems) {
    all.push({ code, message, offset: offset + 1, pointer });
  }
  return { value, problems: all, omitted };
}

/** Whether the given units occur in a text at most `limit` times. */
function hasAtMost(text: string, units: readonly string[], limit: number): boolean {
  if (text.length <= limit) return true;
  let count = 0;
  for (const unit of units) {
    for (let i = text.indexOf(unit); i !== -1; i = text.indexOf(unit, i + 1)) {
      if (++count > limit) return false;
    }
  }
  return true;
}
