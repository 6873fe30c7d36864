/**
 * What is wrong with a text that should be one strict JSON value. `depth` is a requirement of the format that is
 * broken; `depth-limit` and `size-limit` mean that reading was refused.
 */
export type JsonProblemCode =
  | "invalid-utf8"
  | "bom"
  | "syntax"
  | "duplicate-key"
  | "depth"
  | "depth-limit"
  | "size-limit"
  | "number-range"
  | "lone-surrogate";

/** One problem of a JSON text. */
export interface JsonProblem {
  readonly code: JsonProblemCode;
  readonly message: string;
  /** UTF-16 offset in the text (for `invalid-utf8`: the byte offset). */
  readonly offset: number;
  /**
   * JSON Pointer of the value concerned (for `duplicate-key` and for a lone surrogate in a key: of that member); "" for
   * the document. Where it would be longer than 64 Ki units: that of the nearest enclosing value whose pointer is not.
   */
  readonly pointer: string;
}

/**
 * Result of reading one JSON text. `value` is undefined when the text has a `syntax`, `invalid-utf8`, `depth-limit` or `size-limit`
 * problem, which then is the only one. Of a key that occurs twice, `value` has the last member.
 */
export interface JsonResult {
  readonly value: unknown;
  readonly problems: readonly JsonProblem[];
  /** How many more problems there are than `problems` lists. */
  readonly omitted: number;
}

/** What strict JSON may hold. */
export interface JsonOptions {
  /** Texts nested deeper are refused (`depth-limit`). Default 1000. The text `[[]]` has depth 2. */
  readonly maxDepth?: number;
  /**
   * Texts with more values are refused (`size-limit`): an empty object of two bytes takes a hundred in memory. Default
   * 8,388,608.
   */
  readonly maxValues?: number;
  /** Values nested deeper are a `depth` problem each, but read. Default: no such requirement. */
  readonly allowedDepth?: number;
  /**
   * A key of the root object whose value comes from elsewhere: no `depth`, `number-range` or `lone-surrogate` problem is
   * reported inside it. (`message` of a session event.)
   */
  readonly exemptKey?: string;
  /** The text was decoded from UTF-8, so it cannot hold raw lone surrogates and is not searched for them. */
  readonly decoded?: boolean;
  /** How many problems to list; the rest is counted. Default 50. */
  readonly maxProblems?: number;
}
