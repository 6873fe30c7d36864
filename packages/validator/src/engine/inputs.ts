import type { Input } from "./rule.ts";

/** Why an input cannot be relied on: the finding that says so. */
export interface Cause {
  readonly ruleId: string;
  readonly file: string;
  readonly line?: number;
}

/** Which inputs of a bundle turned out bad, and the first cause of each. */
export class InputStates {
  readonly #causes = new Map<Input, Cause>();

  /** Marks an input as bad; the first cause is kept. */
  fail(input: Input, cause: Cause): void {
    if (!this.#causes.has(input)) this.#causes.set(input, cause);
  }

  good(input: Input): boolean {
    return !this.#causes.has(input);
  }

  /** The cause that keeps a rule with these needs from being evaluated, if any. */
  blocked(needs: readonly Input[]): Cause | undefined {
    for (const input of needs) {
      const cause = this.#causes.get(input);
      if (cause !== undefined) return cause;
    }
    return undefined;
  }
}

/** A cause in words, for the report: `trace/envelope at trace.ndjson:12`. */
export function describeCause(cause: Cause): string {
  const place = cause.line === undefined ? cause.file : `${cause.file}:${cause.line}`;
  return `${cause.ruleId} at ${place}`;
}
