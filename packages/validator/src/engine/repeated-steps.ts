import { parseDocument, parseStrict, type BundleSource } from "@flow-bundle/bundle";
import type { JsonOptions, JsonResult } from "@flow-bundle/bundle";
import type { Check } from "@flow-bundle/schema";

const head = '\n  "steps": ';
/** Stands for the steps of `run.json` while the rest is parsed. */
const standIn = "steps.json has them";
/** How much is compared at once, in UTF-16 units. */
const piece = 64 * 1024;
/** `run.json` is given up as soon as it is that long without its steps having begun. */
const longestHead = 4 * 1024 * 1024;

/**
 * Reads `steps.json`, then `run.json`, which repeats it: these are the largest files that are held in memory. Where the
 * repetition is literal, apart from the indentation, it is not held, parsed and checked a second time. Every known
 * writer repeats the steps that way.
 */
export class RepeatedSteps {
  /** Text of `steps.json`, until `run.json` was read. */
  #text: string | undefined;
  /** True when `run.json` has the same steps: its value has an empty list for them. */
  isLiteral = false;

  /** Parses `steps.json`. */
  readonly parseSteps = (bytes: Uint8Array, options: JsonOptions): JsonResult => {
    const result = parseDocument(bytes, oneLevelLess(options));
    if (result.problems.length > 0) return parseDocument(bytes, options);
    this.#text = result.text;
    return result;
  };

  /** The check of `steps.json`: what it finds is to be found in `run.json` as well. */
  checkSteps(check: Check): Check {
    return (value) => {
      const problems = check(value);
      if (problems.length > 0) this.#text = undefined;
      return problems;
    };
  }

  /** Reads and parses `run.json`; undefined when it has to be read the usual way. */
  async readRun(
    source: BundleSource,
    path: string,
    options: JsonOptions,
  ): Promise<JsonResult | undefined> {
    const steps = this.#text?.trimEnd();
    this.#text = undefined;
    if (steps === undefined) return undefined;
    let rest: string | undefined;
    try {
      rest = await readAround(source.blocks(path), steps);
    } catch {
      // Not UTF-8, or not readable: the usual way tells.
    }
    if (rest === undefined) return undefined;
    const result = parseStrict(rest, { ...options, decoded: true });
    const value = result.value as { steps?: unknown } | null | undefined;
    // They may have been a member of something else, or not the whole member.
    if (result.problems.length > 0 || value?.steps !== standIn) return undefined;
    value.steps = [];
    this.isLiteral = true;
    return result;
  }
}

/** The steps are one level deeper in `run.json`. */
function oneLevelLess({ maxDepth = 1000, allowedDepth, ...options }: JsonOptions): JsonOptions {
  return {
    ...options,
    maxDepth: maxDepth - 1,
    ...(allowedDepth === undefined ? {} : { allowedDepth: allowedDepth - 1 }),
  };
}

/** The text of `run.json`, with a stand-in for its steps; undefined when they are not the given ones. */
async function readAround(
  blocks: AsyncIterable<Uint8Array>,
  steps: string,
): Promise<string | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const repetition = new Repetition(steps);
  let before = "";
  let after = "";
  let begun = false;
  for await (const block of blocks) {
    let text = decoder.decode(block, { stream: true });
    if (!begun) {
      const from = Math.max(0, before.length - head.length);
      before += text;
      const start = before.indexOf(head, from) + head.length;
      if (start < head.length) {
        if (before.length > longestHead) return undefined;
        continue;
      }
      begun = true;
      text = before.slice(start);
      before = before.slice(0, start);
    }
    const end = repetition.compare(text);
    if (end === undefined) return undefined;
    after += text.slice(end);
  }
  after += decoder.decode();
  return repetition.isComplete ? `${before}${JSON.stringify(standIn)}${after}` : undefined;
}

/** Compares a text that comes in parts with another one, indented by one level more. */
class Repetition {
  readonly #steps: string;
  #next = 0;
  #expected = "";
  #at = 0;

  constructor(steps: string) {
    this.#steps = steps;
  }

  get isComplete(): boolean {
    return this.#at === this.#expected.length && this.#next >= this.#steps.length;
  }

  /** Where the repetition ends in this part; its length when it goes on; undefined when it differs. */
  compare(text: string): number | undefined {
    let at = 0;
    while (at < text.length) {
      if (this.#at === this.#expected.length && !this.#advance()) return at;
      const length = Math.min(text.length - at, this.#expected.length - this.#at);
      const expected = this.#expected.slice(this.#at, this.#at + length);
      if (text.slice(at, at + length) !== expected) return undefined;
      at += length;
      this.#at += length;
    }
    return at;
  }

  #advance(): boolean {
    if (this.#next >= this.#steps.length) return false;
    const part = this.#steps.slice(this.#next, this.#next + piece);
    this.#expected = part.replaceAll("\n", "\n  ");
    this.#at = 0;
    this.#next += piece;
    return true;
  }
}
