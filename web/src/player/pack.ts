/** Packing: marks that share a place stand round it without touching, each side on its own flank. */

export type Seat = { x: number; y: number };
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places for marks round a point.
 *
 * @param radii of the marks; the greatest first looks best
 * @param flanks per mark: -1 left, 1 right, 0 below
 * @param core radius kept free for the place itself
 */
export function pack(radii: number[], flanks: number[], core: number, gap = 1.5): Seat[] {
  const seats: Seat[] = [];
  radii.forEach((r, i) => seats.push(seat(r, flanks[i] ?? 0, core, gap, radii, seats)));
  return seats;
}

function seat(r: number, flank: number, core: number, gap: number, radii: number[], taken: Seat[]): Seat {
  const lean = flank < 0 ? Math.PI : flank > 0 ? 0 : Math.PI / 2;
  for (let turn = 0; turn < 4000; turn++) {
    const far = core + r + gap + turn * 0.25;
    // sweep a fan of 150 degrees about the flank before going further out
    const angle = lean + (((turn * GOLDEN) % (2 * Math.PI)) - Math.PI) * 0.42;
    const at = { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
    if (taken.every((other, j) => Math.hypot(other.x - at.x, other.y - at.y) >= radii[j]! + r + gap)) return at;
  }
  return { x: Math.cos(lean) * (core + r), y: Math.sin(lean) * (core + r) };
}
