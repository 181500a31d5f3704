/** Shapes of the sides: a circle, a square, a triangle, a diamond ... all of one area, so that size means men. */

export const SIDES = ["#C04F00", "#0072B2", "#6B6B6B"] as const;
export const NOBODY = "#8A8375";

/** Colour of a look: the two contenders', grey for all others. */
export function colour(look: number): string {
  return look < 0 ? NOBODY : (SIDES[Math.min(look, 2)] ?? NOBODY);
}

/** Corners of a look's shape: 0 for a circle. */
export function corners(look: number): number {
  return [0, 4, 3, 4, 5, 6][Math.min(Math.max(look, 0), 5)]!;
}

/** Points of a look's shape with the area of a circle of radius r; empty for a circle. */
export function outline(look: number, x: number, y: number, r: number): [number, number][] {
  const n = corners(look);
  if (n === 0) return [];
  // area of a regular n-gon is n/2 R^2 sin(2 pi / n)
  const reach = r * Math.sqrt((2 * Math.PI) / (n * Math.sin((2 * Math.PI) / n)));
  const turn = look === 1 ? Math.PI / 4 : -Math.PI / 2;
  return Array.from({ length: n }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / n;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

type Pen = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "closePath" | "arc">;

/** Trace a look's shape; begin the path before, fill or stroke after. */
export function trace(pen: Pen, look: number, x: number, y: number, r: number): void {
  if (corners(look) === 0) {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  outline(look, x, y, r).forEach(([px, py], i) => (i ? pen.lineTo(px, py) : pen.moveTo(px, py)));
  pen.closePath();
}

/** The same shape as the d of an SVG path. */
export function svg(look: number, x: number, y: number, r: number): string {
  if (corners(look) === 0) return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
  return `M${outline(look, x, y, r).map(([px, py]) => `${px.toFixed(2)},${py.toFixed(2)}`).join("L")}Z`;
}
