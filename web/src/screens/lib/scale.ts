/** Round marks for axes, and paths of lines and bands. */

/** The round step that cuts a range into about so many parts. */
function step(range: number, count: number): number {
  const rough = range / Math.max(1, count);
  const ten = 10 ** Math.floor(Math.log10(rough));
  const nearest = [1, 2, 5, 10].find((m) => rough <= m * ten * 1.0001) ?? 10;
  return nearest * ten;
}

const tidy = (x: number): number => Number(x.toPrecision(12));

/** Round marks from at or below `low` to at or above `high`; 0 is always among them. */
export function spread(low: number, high: number, count = 6): number[] {
  const [from, to] = [Math.min(0, low), Math.max(0, high)];
  const by = step(to - from || 1, count);
  const first = Math.floor(from / by + 1e-9);
  const last = Math.max(first + 1, Math.ceil(to / by - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * by));
}

/** Marks from 0 to a round share that is not below the largest one; never above 1. */
export const ticks = (most: number, count = 5): number[] =>
  spread(0, Math.min(1, Math.max(0.02, most)), count).filter((t) => t <= 1);

type At = (i: number) => number;
const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A line through `n` points. */
export function line(n: number, x: At, y: At): string {
  return Array.from({ length: n }, (_, i) => (i ? "L" : "M") + point(x(i), y(i))).join("");
}

/** The band between two lines. */
export function band(n: number, x: At, low: At, high: At): string {
  const back = Array.from({ length: n }, (_, i) => "L" + point(x(n - 1 - i), high(n - 1 - i))).join("");
  return n ? line(n, x, low) + back + "Z" : "";
}
