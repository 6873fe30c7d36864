/** One way in which a value breaks its schema. */
export interface SchemaProblem {
  /** Rule that the broken constraint belongs to, such as `manifest/status`. */
  readonly ruleId: string;
  /** JSON Pointer to the value concerned; for a missing key, to the object that lacks it. */
  readonly pointer: string;
  /** What was expected and what was found, in one sentence. May hold text of the document as it is. */
  readonly message: string;
  /** What was expected: the constant, the list of values, the missing keys, or a description. */
  readonly expected?: unknown;
  /** The value that was found. Absent for missing keys. */
  readonly actual?: unknown;
  /** The right name or value, where the one that was found is a known wrong one or a near miss. */
  readonly instead?: string;
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
}

/**
 * Checks one parsed value. Returns the problems, or one shared frozen empty array when there is none: a valid value
 * allocates nothing.
 */
export type Check = (value: unknown) => readonly SchemaProblem[];
