/** Labels that do not collide: greedy, the weightiest first, each at the first free side of its place. */

export type Rect = { x: number; y: number; w: number; h: number };
export type Wish = { id: number; text: string; w: number; h: number; x: number; y: number; r: number; weight: number };
/** A mark that names keep clear of, unless the name weighs much more. */
export type Taken = Rect & { weight?: number };
export type Placed = { id: number; text: string; x: number; y: number; w: number; h: number };

export function overlap(a: Rect, b: Rect, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

const YIELDS = 2; // by so much must a name outweigh a mark to lie on it

/** Sides tried in turn: right, left, above, below, and the four corners. */
function sides({ x, y, r, w, h }: Wish): Rect[] {
  const off = r + 5;
  const slant = r + 5;
  return [
    { x: x + off, y: y - h / 2, w, h },
    { x: x - off - w, y: y - h / 2, w, h },
    { x: x - w / 2, y: y - off - h, w, h },
    { x: x - w / 2, y: y + off, w, h },
    { x: x + slant, y: y - slant - h, w, h },
    { x: x + slant, y: y + slant, w, h },
    { x: x - slant - w, y: y - slant - h, w, h },
    { x: x - slant - w, y: y + slant, w, h },
  ];
}

/**
 * Place what fits.
 *
 * @param bounds outside which nothing is placed
 * @param taken rectangles already in use (marks, legends)
 * @param most how many labels at most
 */
export function place(wishes: Wish[], bounds: Rect, taken: Taken[] = [], most = Infinity, gap = 3): Placed[] {
  const used: Taken[] = [...taken];
  const placed: Placed[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight || a.id - b.id)) {
    if (placed.length >= most) break;
    const free = sides(wish).find((at) => inside(at, bounds) && !used.some((other) => (other.weight ?? Infinity) > wish.weight - YIELDS && overlap(at, other, gap)));
    if (!free) continue;
    used.push(free);
    placed.push({ id: wish.id, text: wish.text, ...free });
  }
  return placed;
}

function inside(a: Rect, b: Rect): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
}

/** The stretch of a line (pixels) on which a name of this width can lie: middle and angle, or null. */
export function along(line: [number, number][], width: number, bounds: Rect): { x: number; y: number; angle: number } | null {
  let best: { x: number; y: number; angle: number } | null = null;
  let room = width * 1.15;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    // two stretches that hardly bend count as one
    const c = line[i + 1];
    const end = c && Math.abs(turn(a, b, c)) < 0.35 ? c : b;
    const length = Math.hypot(end[0] - a[0], end[1] - a[1]);
    const [x, y] = [(a[0] + end[0]) / 2, (a[1] + end[1]) / 2];
    if (length <= room || !inside({ x: x - width / 2, y: y - 6, w: width, h: 12 }, bounds)) continue;
    let angle = Math.atan2(end[1] - a[1], end[0] - a[0]);
    if (angle > Math.PI / 2) angle -= Math.PI;
    if (angle < -Math.PI / 2) angle += Math.PI;
    best = { x, y, angle };
    room = length;
  }
  return best;
}

function turn(a: [number, number], b: [number, number], c: [number, number]): number {
  const one = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const two = Math.atan2(c[1] - b[1], c[0] - b[0]);
  return Math.atan2(Math.sin(two - one), Math.cos(two - one));
}
