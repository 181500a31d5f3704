/** Where the story happens: a station three provinces away must not make the city small. */

export type Point = [number, number];

const middle = (all: number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** The places that lie close together, as seen from their middle. All of them where none stands apart. */
export function heart(all: Point[]): Point[] {
  const [x, y] = [middle(all.map((p) => p[0])), middle(all.map((p) => p[1]))];
  const narrow = Math.cos((y * Math.PI) / 180);
  const far = all.map((p) => Math.hypot((p[0] - x) * narrow, p[1] - y));
  const usual = [...far].sort((a, b) => a - b)[Math.floor(all.length * 0.6)] ?? 0;
  const found = all.filter((_, i) => far[i]! <= 2.2 * usual);
  return found.length >= 2 ? found : all;
}
