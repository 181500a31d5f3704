/** Ways: the shortest way over the links between two sites, found once and kept. */
import type { Stage } from "../page";

type Edge = { to: number; length: number };

export class Ways {
  private readonly edges: Edge[][];
  private readonly known = new Map<number, number[]>();
  private readonly size: number;

  constructor(stage: Pick<Stage, "sites" | "links">) {
    const { sites, links } = stage;
    this.size = sites.length;
    this.edges = sites.map(() => []);
    for (const { a, b } of links) {
      const [one, two] = [sites[a], sites[b]];
      if (!one || !two) continue;
      const squeeze = Math.cos((one.lat * Math.PI) / 180);
      const length = Math.hypot((one.lon - two.lon) * squeeze, one.lat - two.lat);
      this.edges[a]!.push({ to: b, length });
      this.edges[b]!.push({ to: a, length });
    }
  }

  /** Sites passed from a to b, both included; straight across where no links lead there. */
  path(a: number, b: number): number[] {
    const key = a * this.size + b;
    let found = this.known.get(key);
    if (!found) {
      found = this.search(a, b) ?? [a, b];
      this.known.set(key, found);
    }
    return found;
  }

  private search(a: number, b: number): number[] | null {
    const far = new Float64Array(this.size).fill(Infinity);
    const from = new Int32Array(this.size).fill(-1);
    const done = new Uint8Array(this.size);
    far[a] = 0;
    for (;;) {
      const at = nearest(far, done);
      if (at < 0) return null;
      if (at === b) return trail(from, b);
      done[at] = 1;
      for (const { to, length } of this.edges[at]!) {
        if (far[at]! + length < far[to]!) {
          far[to] = far[at]! + length;
          from[to] = at;
        }
      }
    }
  }
}

function nearest(far: Float64Array, done: Uint8Array): number {
  let best = -1;
  for (let i = 0; i < far.length; i++) {
    if (!done[i] && far[i]! < Infinity && (best < 0 || far[i]! < far[best]!)) best = i;
  }
  return best;
}

function trail(from: Int32Array, end: number): number[] {
  const passed = [];
  for (let at = end; at >= 0; at = from[at]!) passed.push(at);
  return passed.reverse();
}
