/** Round marks for axes. */
import { scaleLinear } from 'd3-scale';

/** Marks from 0 to a round share that is not below the largest one; never above 1. */
export function ticks(most: number, count = 5): number[] {
  const scale = scaleLinear().domain([0, Math.min(1, Math.max(0.02, most))]).nice(count);
  return scale.ticks(count).filter((t) => t <= 1);
}

/** Marks of a range that includes 0. */
export function spread(low: number, high: number, count = 6): number[] {
  return scaleLinear().domain([Math.min(0, low), Math.max(0, high)]).nice(count).ticks(count);
}
