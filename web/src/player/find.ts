/** Binary search: the last row that is not later than a minute. */

/** Index of the last value <= minute in an ascending list, -1 before the first. */
export function lastAt(values: ArrayLike<number>, minute: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= minute) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
