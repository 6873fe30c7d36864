import { isPlain } from "../projection/limit.ts";
import type { SessionCost } from "../session/update.ts";
import { numberAt } from "../session/values.ts";

/** Numbers of tokens, in the names of the record. */
export type TokenUsage = { readonly [name: string]: number };

const names = [
  ["inputTokens", "input_tokens"],
  ["outputTokens", "output_tokens"],
  ["cachedWriteTokens", "cache_creation_input_tokens"],
  ["cachedReadTokens", "cache_read_input_tokens"],
  ["thoughtTokens", "thought_tokens"],
  ["totalTokens", "total_tokens"],
] as const;

/** The token counts that an agent tells; undefined when there is none that is a number of at least 0. */
export function tokenUsage(value: unknown): TokenUsage | undefined {
  const counts = names.flatMap(([theirs, ours]) => {
    const count = holdable(numberAt(value, theirs));
    return count === undefined || count < 0 ? [] : [[ours, count] as const];
  });
  return counts.length === 0 ? undefined : Object.fromEntries(counts);
}

/** What the session has cost so far. */
export interface Cost {
  readonly amount?: number;
  readonly currency?: string;
}

/** The cost that an agent tells; undefined when it tells none. */
export function costOf(told: SessionCost): Cost | undefined {
  const amount = holdable(told.amount);
  const { currency } = told;
  if (amount === undefined && currency === undefined) return undefined;
  return { ...(amount !== undefined && { amount }), ...(currency !== undefined && { currency }) };
}

/** A number that every reader can hold. */
function holdable(value: number | undefined): number | undefined {
  return isPlain(value) ? value : undefined;
}
