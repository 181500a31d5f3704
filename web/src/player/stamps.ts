/**
 * Stamps: how every mark looks, each look told once and known by its number from then on. The numbers go into the
 * picture; whoever paints it makes a sprite of each.
 */
import type { Authority } from "../page";
import type { Face, Mark } from "./crowd";

/**
 * A look that can be painted: a body of men with the sign of its kind ('' for none), or the point that shows where
 * it marches. ``side`` in device pixels.
 */
export type Stamp = { side: number } & ({ kind: "body"; r: number; inner: number; face: Face; sign: string; strong: boolean } | { kind: "pointer"; angle: number; look: number });
/** What a mark's number was given for: the mark keeps it until this changes. */
export type Given = { face: Face; r: number; sign: string; strong: boolean; round: number; id: number };

const MOST = 1500;
const ROOM = 7; // radius from which a sign can be read, pixels
const POINTS = 16;
const POINT = (2 * Math.PI) / POINTS;
const COS = Array.from({ length: POINTS }, (_, i) => Math.cos(i * POINT));
const SIN = Array.from({ length: POINTS }, (_, i) => Math.sin(i * POINT));

/** The nearest point of a compass of sixteen. */
function compass(angle: number): number {
  return ((Math.round(angle / POINT) % POINTS) + POINTS) % POINTS;
}

export class Stamps {
  /** all looks by their numbers */
  list: Stamp[] = [];
  /** counts how often the numbers were given anew */
  round = 0;
  private known = new Map<string, number>();
  private pointers: number[] = [];
  private ratio = 1;

  constructor(private readonly sides: Authority[]) {}

  /** Device pixels per pixel; a change gives all numbers anew. */
  scale(ratio: number): void {
    this.ratio = ratio;
    this.forget();
  }

  /** Too many looks are forgotten between two pictures, never within one. */
  tidy(): void {
    if (this.list.length > MOST) this.forget();
  }

  private forget(): void {
    this.round += 1;
    this.list = [];
    this.known.clear();
    this.pointers = [];
  }

  /**
   * Put a mark into a picture: number, left and top, in whole device pixels, where a stamp is a plain copy; with the
   * sign of its kind if it is ``near`` and large enough.
   */
  put(into: number[], mark: Mark, strong: boolean, near = false): void {
    const { face, r, given } = mark;
    const sign = near && r >= ROOM ? mark.kind : "";
    let now = given;
    if (!now || now.face !== face || now.r !== r || now.sign !== sign || now.strong !== strong || now.round !== this.round) {
      now = mark.given = { face, r, sign, strong, round: this.round, id: this.body(mark, sign, strong) };
    }
    this.lay(into, now.id, mark.x, mark.y);
    if (!mark.moving) return;
    const point = compass(mark.angle);
    this.lay(into, this.pointer(face.lead, point), mark.x + COS[point]! * (r + 5), mark.y + SIN[point]! * (r + 5));
  }

  private lay(into: number[], id: number, x: number, y: number): void {
    const half = this.list[id]!.side / 2;
    into.push(id, Math.round(x * this.ratio - half), Math.round(y * this.ratio - half));
  }

  private body({ face, r: exact }: Mark, sign: string, strong: boolean): number {
    const r = exact > 8 ? Math.round(exact) : Math.round(exact * 2) / 2;
    const inner = face.outer > 0 ? Math.round((r * face.inner * 2) / face.outer) / 2 : 0;
    const shares = face.shares.map((s) => Math.round(s * 12) / 12);
    const key = `${r}|${inner}|${face.lead}|${shares.join()}|${sign}${strong ? 1 : 0}`;
    let id = this.known.get(key);
    if (id === undefined) this.known.set(key, (id = this.list.push({ kind: "body", side: this.side(r + 3), r, inner, face: { ...face, shares }, sign, strong }) - 1));
    return id;
  }

  private pointer(lead: number, point: number): number {
    const at = (lead + 1) * POINTS + point;
    return (this.pointers[at] ??= this.list.push({ kind: "pointer", side: this.side(6), angle: point * POINT, look: this.sides[lead]?.look ?? -1 }) - 1);
  }

  private side(half: number): number {
    return Math.ceil(2 * half * this.ratio);
  }
}
