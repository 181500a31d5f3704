/** Hatching: parallel lines inside a circle, for a place that two sides dispute. */

export type Segment = [x1: number, y1: number, x2: number, y2: number];

/** Lines a gap apart, at an angle, cut off by the circle. */
export function hatch(x: number, y: number, r: number, gap: number, angle = Math.PI / 4): Segment[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const lines: Segment[] = [];
  const many = Math.floor(r / gap);
  for (let i = -many; i <= many; i++) {
    const off = i * gap;
    const half = Math.sqrt(Math.max(0, r * r - off * off));
    if (half === 0) continue;
    const [cx, cy] = [x - sin * off, y + cos * off];
    lines.push([cx - cos * half, cy - sin * half, cx + cos * half, cy + sin * half]);
  }
  return lines;
}
