/** Units: area is the men who act, the hollow part those who stand by, the ring with whom they stand. */
import type { Authority } from "../page";
import type { Mark } from "./crowd";
import { colour, trace } from "./shapes";

/** Dashes tell the sides of a ring apart without colour. */
const DASHES: number[][] = [[], [2.5, 1.5], [1, 2]];
const INK = "#23201B";

export function paintUnit(pen: CanvasRenderingContext2D, mark: Mark, sides: Authority[], strong: boolean): void {
  const { x, y, r, face } = mark;
  const look = sides[face.lead]?.look ?? -1;
  const inner = face.outer > 0 ? (r * face.inner) / face.outer : 0;
  pen.beginPath();
  pen.arc(x, y, r + 1.6, 0, 2 * Math.PI);
  pen.fillStyle = "#FFFFFF";
  pen.fill();
  if (inner > 0.6) {
    pen.beginPath();
    // the same area whatever the shape, but never out of its ring
    trace(pen, Math.max(look, 0), x, y, look === 0 ? inner : Math.min(inner, r * 0.86));
    pen.fillStyle = colour(look);
    pen.fill();
  }
  ring(pen, mark, sides);
  pen.beginPath();
  pen.arc(x, y, r + 1.1, 0, 2 * Math.PI);
  pen.strokeStyle = strong ? INK : "rgba(35,32,27,.45)";
  pen.lineWidth = strong ? 2 : 0.6;
  pen.stroke();
  if (mark.moving) heading(pen, mark);
}

function ring(pen: CanvasRenderingContext2D, { x, y, r, face }: Mark, sides: Authority[]): void {
  let from = -Math.PI / 2;
  pen.lineWidth = Math.max(1.2, Math.min(2.4, r * 0.25));
  for (let a = 0; a < face.shares.length; a++) {
    const share = face.shares[a]!;
    if (share < 0.01) continue;
    const to = from + share * 2 * Math.PI;
    const look = sides[a]?.look ?? 2;
    pen.beginPath();
    pen.arc(x, y, Math.max(1, r - pen.lineWidth / 2 + 0.4), from, to);
    pen.strokeStyle = colour(look);
    if (r > 5) pen.setLineDash(DASHES[Math.min(look, 2)]!);
    pen.stroke();
    from = to;
  }
  if (r > 5) pen.setLineDash([]);
}

/** A small notch before a mark on the march. */
function heading(pen: CanvasRenderingContext2D, { x, y, r }: Mark): void {
  pen.beginPath();
  pen.arc(x, y, r + 3.2, 0, 2 * Math.PI);
  pen.setLineDash([1.5, 2.5]);
  pen.strokeStyle = "rgba(35,32,27,.7)";
  pen.lineWidth = 1;
  pen.stroke();
  pen.setLineDash([]);
}
