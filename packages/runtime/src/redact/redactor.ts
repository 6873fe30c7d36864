/** Replaces secrets in texts. */
export interface Redactor {
  /** False when redaction is off: nothing is looked for. */
  readonly isActive: boolean;
  /** True once something was replaced. */
  readonly hasRedacted: boolean;
  /** Length of the longest secret, in UTF-16 units; 0 when there is none. */
  readonly longest: number;
  /**
   * The text with every secret replaced by `[REDACTED:NAME]`; where secrets overlap, all of what they cover by one mark.
   *
   * @param isCut more came after it: if it ends with the beginning of a secret, that is replaced too
   */
  text(value: string, isCut?: boolean): string;
  /** A JSON value with every string in it redacted; keys stay. Objects are copied only when something changes. */
  value<T>(value: T): T;
  /** The same for bytes: a secret is found by its UTF-8, whatever stands around it. */
  bytes(value: Uint8Array, isCut?: boolean): Uint8Array;
  /** Texts that follow each other, redacted as one: the mark stands where the secret began. */
  pieces(texts: readonly string[]): string[];
  /**
   * How many of the texts, from the first on, can be told from the others: no secret goes on from one of them into the
   * next, and none that may still be completed begins in them.
   */
  settled(texts: readonly string[]): number;
}
