/**
 * A film made ready for looking: for any minute, where every body of men is, who holds what and who believes
 * what, each by binary search. Minutes are the story's; a unit on the march is told as a leg and how far along.
 */
import type { Film, Happening, Stage, Track } from "../page";
import { lastAt } from "./find";
import { Ways } from "./ways";

/** First columns of a step; after them men acting, then men standing, per authority. */
export const SITE = 1;
export const GOAL = 2;
export const ARRIVES = 3;
export const SERVES = 4;
export const DEAD = 5;
export const CAPTURED = 6;
export const MEN = 7;

/** A march: which sites are passed, when it began and when it ends. */
export type Leg = { start: number; end: number; path: number[] };

/** One body of men through the run. */
export class Body {
  readonly minutes: Int32Array;
  readonly legs: Leg[];
  private readonly starts: Float64Array;

  constructor(
    readonly track: Track,
    marches: Map<string, number[]>,
    index: number,
    ways: Ways,
  ) {
    this.minutes = Int32Array.from(track.steps, (step) => step[0] ?? 0);
    this.legs = legsOf(track, (site, after, until) => marchedAt(marches.get(`${index}:${site}`), after, until), ways);
    this.starts = Float64Array.from(this.legs, (leg) => leg.start);
  }

  /** Is it on the map at this minute? */
  there(minute: number): boolean {
    return minute >= this.track.since && minute <= this.track.until && this.minutes.length > 0;
  }

  /** The step that holds at this minute. */
  step(minute: number): number[] {
    return this.track.steps[Math.max(0, lastAt(this.minutes, minute))] ?? [];
  }

  /** The march it is on, null where it stands. */
  leg(minute: number): Leg | null {
    const leg = this.legs[lastAt(this.starts, minute)];
    return leg && minute < leg.end ? leg : null;
  }

  /** The site where it stands, or from which it set out. */
  site(minute: number): number {
    const at = lastAt(this.starts, minute);
    const leg = this.legs[at];
    const row = Math.max(0, lastAt(this.minutes, minute));
    const told = this.track.steps[row]?.[SITE] ?? -1;
    // between two steps the march itself knows better where it ended
    return leg && leg.end <= minute && leg.end > (this.minutes[row] ?? 0) ? leg.path[leg.path.length - 1]! : told;
  }

  /** Men who act (or stand) per authority. */
  men(minute: number, authorities: number): { acting: number[]; standing: number[] } {
    const step = this.step(minute);
    return { acting: step.slice(MEN, MEN + authorities), standing: step.slice(MEN + authorities, MEN + 2 * authorities) };
  }
}

function marchedAt(minutes: number[] | undefined, after: number, until: number): number | null {
  const last = minutes ? lastAt(minutes, until) : -1;
  return last >= 0 && minutes![last]! >= after ? minutes![last]! : null;
}

/** Read the marches out of the steps: each told by a goal, or by a change of place between two steps. */
function legsOf(track: Track, marched: (goal: number, after: number, until: number) => number | null, ways: Ways): Leg[] {
  const legs: Leg[] = [];
  let before: number[] | null = null;
  for (const step of track.steps) {
    const [minute = 0, site = -1, goal = -1, arrives = 0] = step;
    const earlier: number = before?.[0] ?? track.since;
    const last = legs[legs.length - 1];
    const going = goal >= 0 && site >= 0 && goal !== site && arrives > minute;
    if (before && before[SITE] !== site && site >= 0 && before[SITE]! >= 0 && !(last && last.path.at(-1) === site)) {
      legs.push(...seal(last, { start: marched(site, earlier, minute) ?? earlier, end: minute, path: ways.path(before[SITE]!, site) }));
    }
    const open = legs[legs.length - 1];
    if (going && !(open && open.end === arrives && open.path.at(-1) === goal)) {
      const start = Math.max(marched(goal, earlier, minute) ?? minute, open && open.end <= minute ? open.end : 0);
      if (open && open.end > minute) open.end = minute; // turned back or sent elsewhere on the way
      legs.push({ start: Math.min(start, minute), end: arrives, path: ways.path(site, goal) });
    }
    before = step;
  }
  return legs;
}

function seal(last: Leg | undefined, next: Leg): Leg[] {
  if (last && last.end > next.start) next.start = Math.min(last.end, next.end);
  return next.start < next.end ? [next] : [];
}

/** When units set out for a site, by "track:site". */
function marchesOf(happenings: Happening[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { event, unit, site, minute } of happenings) {
    if (event !== "marched" && event !== "returned") continue;
    const key = `${unit}:${site}`;
    const list = found.get(key);
    if (list) list.push(minute);
    else found.set(key, [minute]);
  }
  return found;
}

/** A value that changes at certain minutes. */
class Changes {
  readonly minutes: Int32Array;

  constructor(readonly rows: number[][]) {
    this.minutes = Int32Array.from(rows, (row) => row[0] ?? 0);
  }

  at(minute: number): number[] | null {
    return this.rows[lastAt(this.minutes, minute)] ?? null;
  }
}

/** Add to each row of [minute, holder, contested] since when that holder has held the place. */
function sinceWhen(rows: number[][]): number[][] {
  let since = 0;
  return rows.map(([minute = 0, holder = -1, contested = 0], i) => {
    if (i && rows[i - 1]![1] !== holder) since = minute;
    return [minute, holder, contested, since];
  });
}

export type Hold = { holder: number; contested: boolean; since: number };
/** What an authority thinks of a site: the holder, and the minute of that news (-1: it never heard). */
export type Belief = { holder: number; news: number };

export class Reel {
  readonly bodies: Body[];
  readonly authorities: number;
  private readonly holders: Changes[];
  private readonly beliefs: Changes[][];
  private readonly seats: Changes[];

  constructor(
    readonly stage: Stage,
    readonly film: Film,
    readonly ways: Ways = new Ways(stage),
  ) {
    const marches = marchesOf(film.happenings);
    this.authorities = stage.authorities.length;
    this.bodies = film.tracks.map((track, index) => new Body(track, marches, index, ways));
    this.holders = film.holders.map((rows) => new Changes(sinceWhen(rows)));
    this.beliefs = film.beliefs.map((sites) => sites.map((rows) => new Changes(rows)));
    this.seats = stage.authorities.map((authority, index) => {
      const moved = film.happenings.filter((h) => h.event === "seat-moved" && h.authority === index && h.site >= 0);
      return new Changes([[0, authority.seat], ...moved.map((h) => [h.minute, h.site])]);
    });
  }

  hold(site: number, minute: number): Hold {
    const row = this.holders[site]?.at(minute);
    return { holder: row?.[1] ?? -1, contested: (row?.[2] ?? 0) !== 0, since: row?.[3] ?? 0 };
  }

  belief(authority: number, site: number, minute: number): Belief {
    const row = this.beliefs[authority]?.[site]?.at(minute);
    return { holder: row?.[1] ?? -1, news: row?.[2] ?? -1 };
  }

  seat(authority: number, minute: number): number {
    return this.seats[authority]?.at(minute)?.[1] ?? -1;
  }

  /** Tracks that stand at a site. */
  at(site: number, minute: number): number[] {
    const found = [];
    for (let i = 0; i < this.bodies.length; i++) {
      const body = this.bodies[i]!;
      if (body.there(minute) && !body.leg(minute) && body.site(minute) === site) found.push(i);
    }
    return found;
  }
}
