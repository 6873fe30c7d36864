import { errorText } from "./error-text.ts";

/** The JSON of an output: what is recorded, and what edges read. */
export interface JsonOutput {
  /** Compact. */
  readonly text: string;
  readonly value: unknown;
}

/** Most UTF-16 units of the JSON, or of the text, that stands in the trace itself. */
const inlineLimit = 200;
/** Deeper values go to an artifact; see spec/text/trace.md#trace-large-values. */
const inlineDepth = 32;

/**
 * The JSON of what a node gave, written once: what a getter or `toJSON` says later does not count. Undefined is no output.
 *
 * @throws when the value has no JSON.
 */
export function jsonOutput(output: unknown): JsonOutput | undefined {
  if (output === undefined) return undefined;
  if (typeof output === "string") return { text: JSON.stringify(output), value: output };
  const text = stringify(output);
  return { text, value: JSON.parse(text) as unknown };
}

function stringify(output: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(output);
  } catch (cause) {
    throw new Error(`The output has no JSON: ${errorText(cause)}`, { cause });
  }
  if (text !== undefined) return text;
  const isObject = typeof output === "object";
  const what = isObject ? "an object whose toJSON gives none" : `a ${typeof output}`;
  throw new Error(`The output has no JSON: it is ${what}`);
}

/** Whether an output stands in the trace itself; else it becomes an artifact. */
export function isInline({ text, value }: JsonOutput): boolean {
  if (typeof value === "string") return value.length <= inlineLimit && !value.includes("\n");
  return text.length <= inlineLimit && isPlain(value, inlineDepth);
}

function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isPlain(inner, levels - 1));
}
