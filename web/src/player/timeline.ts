/** What the scrubber and the steps need: which events are great, the histogram, the last event of a minute. */
import type { Happening } from "../page";
import { lastAt } from "./find";

/** Weights from which an event is a main one, and from which it is a great one. */
export type Bars = { main: number; great: number };

/** Choose the bars so that a film has at most so many main and great events, however long its log. */
export function bars(happenings: Happening[], main = 240, great = 40): Bars {
  const weights = happenings.map((h) => h.weight).sort((a, b) => b - a);
  // in a short film a part of the events, in a long one a number of them
  const bar = (rank: number, part: number) => Math.max(weights[Math.min(rank, Math.floor(weights.length * part))] ?? 0, 0.001);
  const at = { main: bar(main, 0.75), great: bar(great, 0.15) };
  return { main: Math.min(at.main, at.great), great: at.great };
}

/** Count events by equal slices of time: all of them, and the main ones. */
export function histogram(happenings: Happening[], minutes: number, slices: number, main: number) {
  const all = new Float64Array(slices);
  const chief = new Float64Array(slices);
  for (const { minute, weight } of happenings) {
    const slice = Math.min(slices - 1, Math.max(0, Math.floor((minute / Math.max(1, minutes)) * slices)));
    all[slice]! += 1;
    if (weight >= main) chief[slice]! += 1;
  }
  return { all, chief };
}

/** A chosen part of the log. */
export class Steps {
  readonly minutes: Int32Array;

  constructor(
    happenings: Happening[],
    readonly rows: number[],
  ) {
    this.minutes = Int32Array.from(rows, (row) => happenings[row]?.minute ?? 0);
  }

  /** Row of the last event at or before a minute, -1. */
  last(minute: number): number {
    return this.rows[lastAt(this.minutes, minute)] ?? -1;
  }
}

/** The events from one back to its root, the nearest cause first; guards against a broken log. */
export function chain(happenings: Happening[], row: number): number[] {
  const found: number[] = [];
  for (let at = row; at >= 0 && at < happenings.length && !found.includes(at); at = happenings[at]!.trigger) found.push(at);
  return found;
}
