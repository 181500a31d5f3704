/** Strokes: what is drawn anew in every picture besides the marks, told as plain data that another thread can read. */
import { paintCall, paintFight, paintMarch, paintShell } from "./paint-signals";
import { paintPulse } from "./paint-sites";
import type { Point } from "./view";

type Pen = CanvasRenderingContext2D;

/** A ring round what the reader has chosen. */
function paintChosen(pen: Pen, [x, y]: Point, r: number): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.strokeStyle = "#FFFFFF";
  pen.lineWidth = 5;
  pen.stroke();
  pen.strokeStyle = "#0B5CAD";
  pen.lineWidth = 2.4;
  pen.stroke();
}

const HANDS = { march: paintMarch, pulse: paintPulse, call: paintCall, shell: paintShell, fight: paintFight, chosen: paintChosen };
type Hands = typeof HANDS;
type Rest<F> = F extends (pen: Pen, ...rest: infer R) => void ? R : never;
/** The kind of a stroke and all that it takes to draw it, in pixels of the page. */
export type Stroke = { [K in keyof Hands]: [K, ...Rest<Hands[K]>] }[keyof Hands];

export function paintStroke(pen: Pen, [kind, ...rest]: Stroke): void {
  (HANDS[kind] as (pen: Pen, ...rest: unknown[]) => void)(pen, ...rest);
}
