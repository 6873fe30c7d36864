import { describeAt, quote } from "./describe.ts";
import { escapeSegment } from "./pointer.ts";
import type { JsonOptions, JsonProblem, JsonProblemCode } from "./problem.ts";
import { skipWhitespace } from "./skip.ts";
import { loneSurrogate, Tokens } from "./tokens.ts";

/** What the exact scan found out. `isJson` is false when the text is not JSON or too deep to be read. */
export interface ScanResult {
  readonly problems: readonly JsonProblem[];
  readonly omitted: number;
  readonly isJson: boolean;
}

/** How deep texts may nest unless an option says otherwise. */
export const defaultMaxDepth = 1000;
/** How many values a text may hold unless an option says otherwise. */
export const defaultMaxValues = 8 * 1024 * 1024;
const defaultMaxProblems = 50;
const maxPointerLength = 64 * 1024;

// What may come next.
const VALUE = 0;
const FIRST_ELEMENT = 1;
const KEY = 2;
const FIRST_KEY = 3;
const COMMA = 4;
const END = 5;

/**
 * Reads a JSON text (RFC 8259) unit by unit and lists everything that strict JSON forbids. Time is linear in the
 * text, there is no recursion, and memory grows with the depth and the keys of open objects only.
 */
export function scan(text: string, options: JsonOptions = {}): ScanResult {
  const scanner = new Scanner(text, options);
  const isJson = scanner.run();
  return { problems: scanner.problems, omitted: scanner.omitted, isJson };
}

/** An object or array that is being read. */
interface Container {
  isObject: boolean;
  /** The current key or index. */
  segment: string | number;
  readonly keys: Set<string>;
}

class Scanner {
  problems: JsonProblem[] = [];
  omitted = 0;

  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #maxDepth: number;
  readonly #maxValues: number;
  readonly #allowedDepth: number;
  readonly #exemptKey: string | undefined;
  readonly #maxProblems: number;

  /** Containers by depth; those beyond `#depth` are closed and wait to be used again. */
  readonly #stack: Container[] = [];
  #depth = 0;
  #values = 0;
  /** The innermost open container. */
  #top: Container = { isObject: false, segment: 0, keys: new Set() };
  /** Depth of the container that was reported as too deep, while inside it. */
  #tooDeep = 0;
  /** Inside the value of the exempt key. */
  #isExempt = false;

  constructor(text: string, options: JsonOptions) {
    this.#text = text;
    this.#tokens = new Tokens(text, options.decoded ?? false);
    this.#maxDepth = options.maxDepth ?? defaultMaxDepth;
    this.#maxValues = options.maxValues ?? defaultMaxValues;
    this.#allowedDepth = options.allowedDepth ?? Infinity;
    this.#exemptKey = options.exemptKey;
    this.#maxProblems = options.maxProblems ?? defaultMaxProblems;
  }

  run(): boolean {
    const text = this.#text;
    let expected = VALUE;
    for (let i = skipWhitespace(text, 0); ; i = skipWhitespace(text, i)) {
      const c = text.charCodeAt(i);
      switch (expected) {
        case COMMA: {
          const top = this.#top;
          if (c === 0x2c) {
            if (typeof top.segment === "number") top.segment++;
            expected = top.isObject ? KEY : VALUE;
          } else if (c === (top.isObject ? 0x7d : 0x5d)) {
            expected = this.#close();
          } else {
            return this.#fail(i, `"," or "${top.isObject ? "}" : "]"}"`);
          }
          i++;
          break;
        }
        case KEY:
        case FIRST_KEY:
          if (c === 0x22) {
            i = this.#key(i);
            if (i < 0) return false;
            expected = VALUE;
          } else if (c === 0x7d && expected === FIRST_KEY) {
            expected = this.#close();
            i++;
          } else {
            return this.#fail(i, `a key in double quotes${expected === KEY ? "" : ' or "}"'}`);
          }
          break;
        case END:
          return i >= text.length || this.#fail(i, "nothing after the value");
        default:
          if (c === 0x7b || c === 0x5b) {
            if (!this.#open(i, c === 0x7b)) return false;
            expected = c === 0x7b ? FIRST_KEY : FIRST_ELEMENT;
            i++;
          } else if (c === 0x5d && expected === FIRST_ELEMENT) {
            expected = this.#close();
            i++;
          } else {
            i = this.#scalar(i, c, expected);
            if (i < 0) return false;
            expected = this.#depth === 0 ? END : COMMA;
          }
      }
    }
  }

  #open(at: number, isObject: boolean): boolean {
    if (!this.#count(at)) return false;
    const depth = this.#depth + 1;
    if (depth > this.#maxDepth) {
      const message = `Nested more than ${this.#maxDepth} levels deep; the text is not read`;
      return this.#refuse("depth-limit", at, message);
    }
    if (depth > this.#allowedDepth && this.#tooDeep === 0 && !this.#isExempt) {
      this.#tooDeep = depth;
      this.#add("depth", at, `Nested more than ${this.#allowedDepth} levels deep`);
    }
    const container = this.#stack[depth] ?? { isObject, segment: 0, keys: new Set() };
    container.isObject = isObject;
    container.segment = isObject ? "" : 0;
    container.keys.clear();
    this.#stack[depth] = container;
    this.#depth = depth;
    this.#top = container;
    return true;
  }

  #count(at: number): boolean {
    this.#values++;
    if (this.#values <= this.#maxValues) return true;
    const message = `There are more than ${this.#maxValues} values; the text is not read`;
    return this.#refuse("size-limit", at, message);
  }

  #close(): number {
    if (this.#tooDeep === this.#depth) this.#tooDeep = 0;
    const outer = this.#stack[--this.#depth];
    if (this.#depth === 0 || outer === undefined) return END;
    this.#top = outer;
    return COMMA;
  }

  /** Reads a key and the colon after it. Returns the offset after the colon, or -1. */
  #key(at: number): number {
    const text = this.#text;
    const end = this.#string(at);
    if (end < 0) return -1;
    const { hasEscape, mayBeLone } = this.#tokens;
    const spelled = text.slice(at, end);
    const key = hasEscape ? (JSON.parse(spelled) as string) : spelled.slice(1, -1);
    const { keys } = this.#top;
    const size = keys.size;
    keys.add(key);
    this.#top.segment = key;
    if (this.#depth === 1) this.#isExempt = false;
    if (keys.size === size) {
      this.#add("duplicate-key", at, `The key ${quote(key)} occurs more than once in this object`);
    }
    if (mayBeLone) this.#checkSurrogates("key", at, end);
    if (this.#depth === 1) this.#isExempt = key === this.#exemptKey;
    const colon = skipWhitespace(text, end);
    if (text.charCodeAt(colon) === 0x3a) return colon + 1;
    this.#fail(colon, '":" after the key');
    return -1;
  }

  /** Reads a value that is no container. Returns the offset after it, or -1. */
  #scalar(at: number, c: number, expected: number): number {
    if (!this.#count(at)) return -1;
    if (c === 0x22) {
      const end = this.#string(at);
      if (end >= 0 && this.#tokens.mayBeLone) this.#checkSurrogates("text", at, end);
      return end;
    }
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) return this.#number(at);
    const literal = c === 0x74 ? "true" : c === 0x66 ? "false" : "null";
    if (this.#text.startsWith(literal, at)) return at + literal.length;
    this.#fail(at, expected === FIRST_ELEMENT ? 'a value or "]"' : "a value");
    return -1;
  }

  #string(at: number): number {
    const end = this.#tokens.string(at);
    if (end < 0) {
      const { failedAt, expected } = this.#tokens;
      const found = describeAt(this.#text, failedAt);
      const message = `Expected ${expected}, found ${found}, in the string that starts at offset ${at}`;
      this.#refuse("syntax", failedAt, message);
    }
    return end;
  }

  #number(at: number): number {
    const end = this.#tokens.number(at);
    if (end < 0) {
      this.#fail(this.#tokens.failedAt, this.#tokens.expected);
    } else if (this.#tokens.mayBeLarge && !this.#isExempt) {
      this.#checkRange(at, this.#text.slice(at, end));
    }
    return end;
  }

  #checkRange(at: number, token: string): void {
    const value = Number(token);
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return;
    const why = Number.isFinite(value)
      ? `is beyond ±${Number.MAX_SAFE_INTEGER} (2^53−1), where integers are no longer exact`
      : "is too large for a 64-bit floating-point number";
    const shown = token.length > 40 ? `${token.slice(0, 40)}…` : token;
    this.#add("number-range", at, `The number ${shown} ${why}`);
  }

  #checkSurrogates(where: "key" | "text", at: number, end: number): void {
    if (this.#isExempt) return;
    const lone = loneSurrogate(this.#text, at, end);
    if (lone === undefined) return;
    const unit = lone.unit.toString(16).toUpperCase();
    this.#add("lone-surrogate", lone.offset, `The ${where} contains the lone surrogate U+${unit}`);
  }

  #fail(offset: number, expected: string): false {
    const message = `Expected ${expected}, found ${describeAt(this.#text, offset)}`;
    return this.#refuse("syntax", offset, message);
  }

  /** A problem that ends the scan; then it is the only one. */
  #refuse(code: JsonProblemCode, offset: number, message: string): false {
    this.problems = [{ code, message, offset, pointer: this.#pointer() }];
    this.omitted = 0;
    return false;
  }

  #add(code: JsonProblemCode, offset: number, message: string): void {
    if (this.problems.length < this.#maxProblems) {
      this.problems.push({ code, message, offset, pointer: this.#pointer() });
    } else {
      this.omitted++;
    }
  }

  #pointer(): string {
    let pointer = "";
    for (const { segment } of this.#stack.slice(1, this.#depth + 1)) {
      const isKey = typeof segment === "string";
      if (isKey && segment.length > maxPointerLength) break;
      const longer = `${pointer}/${isKey ? escapeSegment(segment) : segment}`;
      if (longer.length > maxPointerLength) break;
      pointer = longer;
    }
    return pointer;
  }
}
