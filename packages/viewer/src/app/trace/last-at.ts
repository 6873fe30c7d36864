/** The last of some things with a row, in order, at or before a row. */
export function lastAtOrBefore<T extends { readonly row: number }>(
  things: readonly T[],
  row: number,
): T | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle] as T).row <= row) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}
