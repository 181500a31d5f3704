/**
 * The crowd: where each body of men is drawn and how large. Those at one place stand round it; those on the
 * march are on their way along the links. Marks glide to their new seats instead of jumping.
 */
import type { Authority } from "../page";
import { lastAt } from "./find";
import type { Given } from "./stamps";
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
  /** which stretch of its way it is on */
  stretch = 0;
  /** direction of its march */
  angle = 0;
  face: Face = EMPTY;
  /** the number of its look, kept while it looks the same */
  given: Given | null = null;
  private road: Road | null = null;
  private faces: (Face | undefined)[] = [];

  constructor(
    readonly index: number,
    readonly body: Body,
    /** what kind of men it is */
    readonly kind: string,
  ) {}

  /** Where on its way: map units, direction, stretch. */
  onWay(minute: number, points: Point[]): [x: number, y: number, angle: number, stretch: number] {
    const { leg } = this;
    if (!leg) return [0, 0, 0, 0];
    if (this.road?.leg !== leg) this.road = { leg, way: new Way(leg.path, points) };
    return this.road.way.at((minute - leg.start) / Math.max(1, leg.end - leg.start));
  }

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
    this.marks = reel.bodies.map((body, index) => new Mark(index, body, reel.stage.units[body.track.unit]?.kind ?? ""));
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
    // seen from near the smallest grow faster, until the signs of their kinds can be read
    const least = 2.4 * Math.max(grow, grow ** 1.35);
    for (const mark of this.marks) {
      const { body } = mark;
      mark.shown = body.there(minute);
      if (!mark.shown) continue;
      mark.read(minute, this.reel.authorities);
      mark.shown = mark.face.men > 0 && shows(mark);
      if (!mark.shown) continue;
      mark.r = Math.max(least, mark.face.outer * this.scale * grow);
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
    const [x, y, angle, stretch] = mark.onWay(minute, this.points);
    const aside = ((mark.index * 7) % 5) - 2;
    mark.moving = true;
    mark.stretch = stretch;
    mark.angle = angle;
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

type Road = { leg: Leg; way: Way };

/** A way along sites, measured once. */
export class Way {
  private readonly stops: Point[];
  private readonly ends: number[] = [];
  private readonly length: number;

  constructor(path: number[], points: Point[]) {
    this.stops = path.map((site) => points[site] ?? ([0, 0] as Point));
    let sum = 0;
    for (let i = 1; i < this.stops.length; i++) {
      const [a, b] = [this.stops[i - 1]!, this.stops[i]!];
      this.ends.push((sum += Math.hypot(b[0] - a[0], b[1] - a[1])));
    }
    this.length = sum;
  }

  /** Point, direction and stretch at a share of the way. */
  at(share: number): [x: number, y: number, angle: number, stretch: number] {
    const far = Math.min(1, Math.max(0, share)) * this.length;
    let i = 0;
    while (i < this.ends.length - 1 && this.ends[i]! < far) i++;
    const a = this.stops[i] ?? [0, 0];
    const b = this.stops[i + 1] ?? a;
    const from = i ? this.ends[i - 1]! : 0;
    const long = (this.ends[i] ?? 0) - from;
    const part = long > 0 ? (far - from) / long : 0;
    return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, Math.atan2(b[1] - a[1], b[0] - a[0]), i];
  }
}
