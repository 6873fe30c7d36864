import { isClean } from "./fast.ts";
import type { JsonOptions, JsonProblem, JsonResult } from "./problem.ts";
import { defaultMaxDepth, scan } from "./scan.ts";
import { endOfString } from "./skip.ts";

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
  let value: unknown;
  if (!nestsWithin(text, maxDepth)) return examine(text, undefined, options);
  try {
    value = JSON.parse(text);
    const depth = Math.min(maxDepth, options.allowedDepth ?? maxDepth);
    if (isClean(text, value, depth, options.decoded ?? false)) {
      return { value, problems: none, omitted: 0 };
    }
  } catch {
    // Not JSON, or deeper than this platform's stack allows: the scan tells.
  }
  return examine(text, value, options);
}

function examine(text: string, parsed: unknown, options: JsonOptions): JsonResult {
  const { problems, omitted, isJson } = scan(text, options);
  if (!isJson) return { value: undefined, problems, omitted };
  if (parsed !== undefined) return { value: parsed, problems, omitted };
  try {
    return { value: JSON.parse(text), problems, omitted };
  } catch {
    const message = "Nested deeper than this platform can read";
    return {
      value: undefined,
      problems: [{ code: "depth-limit", message, offset: 0, pointer: "" }],
      omitted: 0,
    };
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

/**
 * Whether a text surely nests at most `limit` levels deep, so that `JSON.parse` may have it. (A bomb of brackets costs
 * `JSON.parse` forty times its size in memory, or the stack.) Exact when the text is JSON.
 */
function nestsWithin(text: string, limit: number): boolean {
  if (text.length <= limit || hasAtMost(text, limit)) return true;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      i = endOfString(text, i);
    } else if (c === 0x7b || c === 0x5b) {
      if (++depth > limit) return false;
    } else if (c === 0x7d || c === 0x5d) {
      depth--;
    }
  }
  return true;
}

/** Whether there are at most `limit` opening brackets, inside strings or not. */
function hasAtMost(text: string, limit: number): boolean {
  let count = 0;
  for (let i = text.indexOf("{"); i !== -1; i = text.indexOf("{", i + 1)) {
    if (++count > limit) return false;
  }
  for (let i = text.indexOf("["); i !== -1; i = text.indexOf("[", i + 1)) {
    if (++count > limit) return false;
  }
  return true;
}
