/** Stands in for d3-transition, of which d3-zoom asks only to interrupt: the map never animates by itself. */
import { selection } from "d3-selection";

const prototype = selection.prototype as unknown as { interrupt?: () => unknown };
prototype.interrupt ??= function (this: unknown) {
  return this;
};

export function interrupt(): void {}
