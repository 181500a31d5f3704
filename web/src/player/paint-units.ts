/** Units: area is the men who act, the hollow part those who stand by, the ring with whom they stand. */
import type { Face } from "./crowd";
import { signOf } from "./kinds";
import { colour, trace } from "./shapes";

/** Dashes tell the sides of a ring apart without colour. */
const DASHES: number[][] = [[], [2.5, 1.5], [1, 2]];
const INK = "#23201B";
const BOX = 14; // side of the box in which signs are drawn

/** A side of the contest, by the look of its marks. */
export type Side = { look: number };
/** A body of men at a point: ``r`` all of them, ``inner`` those who act, ``sign`` their kind, '' for no sign. */
export type UnitLook = { x: number; y: number; r: number; inner: number; face: Face; sign: string };

export function paintUnit(pen: CanvasRenderingContext2D, mark: UnitLook, sides: Side[], strong: boolean): void {
  const { x, y, r, inner, face } = mark;
  const look = sides[face.lead]?.look ?? -1;
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
  if (mark.sign) paintSign(pen, mark);
  pen.beginPath();
  pen.arc(x, y, r + 1.1, 0, 2 * Math.PI);
  pen.strokeStyle = strong ? INK : "rgba(35,32,27,.45)";
  pen.lineWidth = strong ? 2 : 0.6;
  pen.stroke();
}

/** The sign of a kind within the ring: white on the men who act where they fill it, else dark with a light edge. */
function paintSign(pen: CanvasRenderingContext2D, { x, y, r, inner, sign }: UnitLook): void {
  const scale = Math.min(r * 1.5, 18) / BOX; // small in a large mark, which tells by its fill how many act
  const path = new Path2D(signOf(sign));
  const full = inner > scale * BOX * 0.47;
  pen.save();
  pen.translate(x - (scale * BOX) / 2, y - (scale * BOX) / 2);
  pen.scale(scale, scale);
  pen.lineJoin = pen.lineCap = "round";
  const stroke = (style: string, width: number) => {
    pen.strokeStyle = style;
    pen.lineWidth = width / scale;
    pen.stroke(path);
  };
  if (inner > 0.6 && !full) stroke("#FFFFFF", 3.2);
  stroke(full ? "#FFFFFF" : INK, Math.max(1.1, scale * 1.2));
  pen.restore();
}

function ring(pen: CanvasRenderingContext2D, { x, y, r, face }: UnitLook, sides: Side[]): void {
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

/** A point beside a mark on the march: the way it is going. */
export function paintPointer(pen: CanvasRenderingContext2D, x: number, y: number, angle: number, look: number): void {
  const at = (turn: number, far: number) => [x + Math.cos(angle + turn) * far, y + Math.sin(angle + turn) * far] as const;
  pen.beginPath();
  pen.moveTo(...at(0, 4));
  pen.lineTo(...at(2.1, 4));
  pen.lineTo(...at(-2.1, 4));
  pen.closePath();
  pen.fillStyle = colour(look);
  pen.fill();
  pen.strokeStyle = "#FFFFFF";
  pen.lineWidth = 0.8;
  pen.stroke();
}
