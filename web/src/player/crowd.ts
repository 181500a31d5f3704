/**
 * The crowd: where each body of men is drawn and how large. Those at one place stand round it; those on the
 * march are on their way along the links. Marks glide to their new seats instead of jumping.
 */
import type { Authority } from "../page";
import { lastAt } from "./find";
import { pack, type Seat } from "./pack";
import { MEN, SERVES, type Body, type Leg, type Reel } from "./reel";
import type { Point, Zoom } from "./view";

/** How a body looks at one step: radii for a scale of 1, and who stands with whom. */
export type Face = { outer: number; inner: number; lead: number; men: number; acting: number; shares: number[]; neutral: boolean };

export class Mark {
  x = NaN;
  y = NaN;
  r = 0;
  shown = false;
  moving = false;
  leg: Leg | null = null;
  face: Face = EMPTY;
  private faces: (Face | undefined)[] = [];

  constructor(
    readonly index: number,
    readonly body: Body,
  ) {}

  read(minute: number, authorities: number): void {
    const row = Math.max(0, lastAt(this.body.minutes, minute));
    this.face = this.faces[row] ??= faceOf(this.body.track.steps[row] ?? [], authorities);
  }
}

const EMPTY: Face = { outer: 0, inner: 0, lead: -1, men: 0, acting: 0, shares: [], neutral: true };

export function faceOf(step: number[], authorities: number): Face {
  const acting = step.slice(MEN, MEN + authorities);
  const standing = step.slice(MEN + authorities, MEN + 2 * authorities);
  const act = acting.reduce((a, b) => a + b, 0);
  const men = Math.max(act, standing.reduce((a, b) => a + b, 0));
  const most = Math.max(...acting, 0);
  const lead = most > 0 ? acting.indexOf(most) : (step[SERVES] ?? -1);
  const shares = standing.map((n) => (men > 0 ? n / men : 0));
  return { outer: Math.sqrt(men), inner: Math.sqrt(act), lead, men, acting: act, shares, neutral: act === 0 };
}

export class Crowd {
  readonly marks: Mark[];
  private readonly scale: number;
  private seats = new Map<number, { key: number; seats: Map<number, Seat> }>();
  private last = NaN;

  constructor(
    private readonly reel: Reel,
    private readonly points: Point[],
    private readonly looks: Authority[],
  ) {
    this.marks = reel.bodies.map((body, index) => new Mark(index, body));
    let most = 1;
    for (const { body } of this.marks) for (const step of body.track.steps) most = Math.max(most, faceOf(step, reel.authorities).outer);
    this.scale = 15 / Math.max(most, 12);
  }

  /**
   * Bring every mark to a minute. ``grow`` enlarges with the zoom, ``ease`` is the share of the way still to
   * glide that is covered now (1: at once). Returns whether a mark is still gliding.
   */
  move(minute: number, zoom: Zoom, grow: number, ease: number, shows: (mark: Mark) => boolean): boolean {
    const groups = new Map<number, Mark[]>();
    for (const mark of this.marks) {
      const { body } = mark;
      mark.shown = body.there(minute);
      if (!mark.shown) continue;
      mark.read(minute, this.reel.authorities);
      mark.shown = mark.face.men > 0 && shows(mark);
      if (!mark.shown) continue;
      mark.r = Math.max(2.4, mark.face.outer * this.scale) * grow;
      mark.leg = body.leg(minute);
      if (mark.leg) continue;
      const site = body.site(minute);
      const group = groups.get(site);
      if (group) group.push(mark);
      else groups.set(site, [mark]);
    }
    // a jump in time or a change of the view is not to be glided over
    const snap = ease >= 1 || Math.abs(minute - this.last) > 400;
    this.last = minute;
    let gliding = false;
    for (const mark of this.marks) {
      if (mark.shown && mark.leg) gliding = this.march(mark, minute, zoom, snap ? 1 : ease) || gliding;
    }
    for (const [site, group] of groups) gliding = this.stand(site, group, zoom, grow, snap ? 1 : ease) || gliding;
    return gliding;
  }

  private march(mark: Mark, minute: number, zoom: Zoom, ease: number): boolean {
    const { start, end, path } = mark.leg!;
    const [x, y, angle] = onPath(path, (minute - start) / Math.max(1, end - start), this.points);
    const aside = ((mark.index * 7) % 5) - 2;
    mark.moving = true;
    return glide(mark, x * zoom.k + zoom.x - Math.sin(angle) * aside * 3, y * zoom.k + zoom.y + Math.cos(angle) * aside * 3, ease);
  }

  private stand(site: number, group: Mark[], zoom: Zoom, grow: number, ease: number): boolean {
    const at = this.points[site];
    let gliding = false;
    const seats = this.seatsOf(site, group, grow);
    for (const mark of group) {
      const seat = seats.get(mark.index);
      mark.shown = at !== undefined && seat !== undefined;
      if (!at || !seat) continue;
      mark.moving = false;
      gliding = glide(mark, at[0] * zoom.k + zoom.x + seat.x, at[1] * zoom.k + zoom.y + seat.y, ease) || gliding;
    }
    return gliding;
  }

  private seatsOf(site: number, group: Mark[], grow: number): Map<number, Seat> {
    let key = Math.round(grow * 64);
    for (const mark of group) key = (Math.imul(key ^ (mark.index + 1), 16777619) + Math.round(mark.r * 2) * 31 + mark.face.lead) | 0;
    const known = this.seats.get(site);
    if (known?.key === key) return known.seats;
    const order = [...group].sort((a, b) => b.r - a.r || a.index - b.index);
    const flank = (mark: Mark) => [-1, 1][this.looks[mark.face.lead]?.look ?? -1] ?? 0;
    const places = pack(order.map((m) => m.r), order.map(flank), 6 * grow);
    const seats = new Map(order.map((mark, i) => [mark.index, places[i]!]));
    this.seats.set(site, { key, seats });
    return seats;
  }

  /** The mark under a point, the smallest first. */
  under(x: number, y: number, slack = 4): Mark | null {
    let best: Mark | null = null;
    for (const mark of this.marks) {
      if (mark.shown && Math.hypot(mark.x - x, mark.y - y) <= mark.r + slack && (!best || mark.r < best.r)) best = mark;
    }
    return best;
  }
}

function glide(mark: Mark, x: number, y: number, ease: number): boolean {
  if (ease >= 1 || Number.isNaN(mark.x)) {
    mark.x = x;
    mark.y = y;
    return false;
  }
  mark.x += (x - mark.x) * ease;
  mark.y += (y - mark.y) * ease;
  return Math.abs(mark.x - x) + Math.abs(mark.y - y) > 0.4;
}

/** Point and direction at a share of the way along sites. */
export function onPath(path: number[], share: number, points: Point[]): [x: number, y: number, angle: number] {
  const stops = path.map((site) => points[site] ?? ([0, 0] as Point));
  const lengths = stops.slice(1).map((p, i) => Math.hypot(p[0] - stops[i]![0], p[1] - stops[i]![1]));
  let left = Math.min(1, Math.max(0, share)) * lengths.reduce((a, b) => a + b, 0);
  for (let i = 0; i < lengths.length; i++) {
    const [a, b, length] = [stops[i]!, stops[i + 1]!, lengths[i]!];
    if (left <= length || i === lengths.length - 1) {
      const part = length > 0 ? Math.min(1, left / length) : 0;
      return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, Math.atan2(b[1] - a[1], b[0] - a[0])];
    }
    left -= length;
  }
  return [stops[0]?.[0] ?? 0, stops[0]?.[1] ?? 0, 0];
}
