/** How many of so many things come before a point: those for which `isBefore` holds, which all others follow. */
export function partitionPoint(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of some numbers in rising order are at most so much. */
export function countUpTo(numbers: ArrayLike<number>, limit: number): number {
  return partitionPoint(numbers.length, (i) => (numbers[i] as number) <= limit);
}
