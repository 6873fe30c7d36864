const most = 3;

/** The names that somebody who wrote `wrong` may have meant, the nearest first; three at most. */
export function nearNames(wrong: string, names: readonly string[]): string[] {
  const limit = wrong.length < 4 ? 1 : Math.max(2, Math.floor(wrong.length / 3));
  if (wrong.length > 64) return [];
  return names
    .map((name) => ({ name, steps: distance(wrong.toLowerCase(), name.toLowerCase(), limit) }))
    .filter(({ steps }) => steps <= limit)
    .toSorted((one, other) => one.steps - other.steps)
    .slice(0, most)
    .map(({ name }) => name);
}

/** How many characters have to be added, removed or exchanged; anything above `limit` when it is more. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[line - 1] === other[column - 1];
      const exchanged = (row[column - 1] ?? 0) + (same ? 0 : 1);
      next.push(Math.min(exchanged, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
