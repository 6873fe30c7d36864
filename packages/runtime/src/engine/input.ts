import { parseStrict, toLine } from "@flow-bundle/bundle";
import { FlowError } from "../errors.ts";
import { errorText } from "./error-text.ts";

/** What no JSON of a bundle may have, whatever its size. */
const fatal: ReadonlySet<string> = new Set(["duplicate-key", "depth-limit", "syntax"]);

/**
 * A value as it is recorded: what JSON makes of it. Undefined is recorded as null; the flow sees it as it is.
 *
 * @throws {FlowError} `input`, when it has no JSON.
 */
export function recordableInput(input: unknown): unknown {
  if (input === undefined) return null;
  let text: string | undefined;
  try {
    text = JSON.stringify(input);
  } catch (cause) {
    throw new FlowError("input", `The input has no JSON: ${errorText(cause)}`, { cause });
  }
  if (text === undefined) {
    throw new FlowError("input", `The input has to be a JSON value; it is a ${typeof input}`);
  }
  const value: unknown = JSON.parse(text);
  // Lone surrogates are replaced when it is written: keys may become the same.
  const problem = parseStrict(toLine(value)).problems.find(({ code }) => fatal.has(code));
  if (problem === undefined) return value;
  throw new FlowError("input", `The input cannot be recorded: ${problem.message}`);
}
