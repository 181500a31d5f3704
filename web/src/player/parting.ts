/**
 * Where two films part: the first minute at which anything that can be seen differs. With the same luck (one seed,
 * one number of history) all before it is one and the same; on different luck they differ from the beginning.
 */
import type { Film, Happening, Page, Track } from "../page";

/** How many of a run's events a film keeps by their weight; with fewer, it kept every one. As in telling/page/log.py. */
export const KEPT = 600;
/** Events that a film keeps whatever they weigh. As in telling/page/log.py. */
export const DRAWN: readonly string[] = ["called", "shelled", "decided", "outside", "started", "ended"];

/** One of two films, with the page whose stage it is played on. */
export type Side = { page: Page; film: Film };
/** A place that is held otherwise for the first time: its index on each stage. */
export type Held = { minute: number; sites: [number, number]; holders: [number, number] };
export type Parting = {
  /** the same seed and number: only what was changed sets them apart */
  luck: boolean;
  /** the first minute at which they differ, -1 where they never do */
  minute: number;
  /** the first event on each side that the other has not, -1 for none */
  rows: [number, number];
  held: Held | null;
};

/** What an event is to a reader: its minute and what is said of it. */
export const saidOf = (h: Happening): string => `${h.minute}|${h.event}|${h.text["en"] ?? ""}`;

export function parting(first: Side, second: Side): Parting {
  const luck = first.film.seed === second.film.seed && first.film.run === second.film.run;
  const { minute: told, rows } = firstTold(first.film, second.film);
  const seen = Math.min(firstMoved(first, second), firstBelieved(first, second));
  const held = firstHeld(first, second);
  const minute = Math.min(told, seen, held?.minute ?? Infinity);
  return { luck, minute: Number.isFinite(minute) ? minute : -1, rows, held };
}

/** Rows that a film would have kept in any case, so that their absence from the other means something. */
function certain(film: Film, bar: number): number[] {
  return film.happenings.flatMap((h, row) => (h.weight > bar || DRAWN.includes(h.event) ? [row] : []));
}

function barOf(film: Film): number {
  if (film.happenings.length < KEPT) return -1;
  return film.happenings.map((h) => h.weight).sort((a, b) => b - a)[KEPT - 1] ?? -1;
}

function firstTold(a: Film, b: Film): { minute: number; rows: [number, number] } {
  const bar = Math.max(barOf(a), barOf(b));
  const [left, right] = [certain(a, bar), certain(b, bar)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [row, other] = [left[i] ?? -1, right[i] ?? -1];
    const [h, g] = [a.happenings[row], b.happenings[other]];
    if (h && g && saidOf(h) === saidOf(g)) continue;
    return { minute: Math.min(h?.minute ?? Infinity, g?.minute ?? Infinity), rows: [row, other] };
  }
  return { minute: Infinity, rows: [-1, -1] };
}

/** The first minute of two lists of rows [minute, ...] at which they are not the same. */
function firstRow(a: readonly number[][], b: readonly number[][], alike: (x: number[], y: number[]) => boolean): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x && y && x[0] === y[0] && alike(x, y)) continue;
    return Math.min(x?.[0] ?? Infinity, y?.[0] ?? Infinity);
  }
  return Infinity;
}

/** Tracks by the unit's id: the whole unit, then its detachments in the order in which they set out. */
function tracksOf({ page, film }: Side): Map<string, Track[]> {
  const found = new Map<string, Track[]>();
  for (const track of film.tracks) {
    const key = `${page.stage.units[track.unit]?.id ?? ""}${track.detachment ? "+" : ""}`;
    const list = found.get(key);
    if (list) list.push(track);
    else found.set(key, [track]);
  }
  return found;
}

/** Translate the sites of one stage's steps to the ids of the places, so that two stages can be compared. */
function firstMoved(a: Side, b: Side): number {
  const [left, right] = [tracksOf(a), tracksOf(b)];
  const place = (side: Side, at: number) => side.page.stage.sites[at]?.id ?? "";
  const alike = (x: number[], y: number[]) =>
    x.length === y.length &&
    x.every((v, i) => (i === 1 || i === 2 ? place(a, v) === place(b, y[i]!) : v === y[i]));
  let least = Infinity;
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [mine, theirs] = [left.get(key) ?? [], right.get(key) ?? []];
    for (let i = 0; i < Math.max(mine.length, theirs.length); i++) {
      const [x, y] = [mine[i], theirs[i]];
      const since = Math.min(x?.since ?? Infinity, y?.since ?? Infinity);
      least = Math.min(least, x && y ? firstRow(x.steps, y.steps, alike) : since);
    }
  }
  return least;
}

/** Pairs of indexes of what has one id on both stages. */
export function shared(a: readonly { id: string }[], b: readonly { id: string }[]): [number, number][] {
  const there = new Map(b.map((one, i) => [one.id, i]));
  return a.flatMap((one, i): [number, number][] => (there.has(one.id) ? [[i, there.get(one.id)!]] : []));
}

const nameOf = (side: Side, authority: number): string => side.page.stage.authorities[authority]?.id ?? "";

function firstBelieved(a: Side, b: Side): number {
  let least = Infinity;
  const same = (x: number[], y: number[]) => nameOf(a, x[1] ?? -1) === nameOf(b, y[1] ?? -1) && x[2] === y[2];
  for (const [i, j] of shared(a.page.stage.authorities, b.page.stage.authorities)) {
    for (const [s, t] of shared(a.page.stage.sites, b.page.stage.sites)) {
      least = Math.min(least, firstRow(a.film.beliefs[i]?.[s] ?? [], b.film.beliefs[j]?.[t] ?? [], same));
    }
  }
  return least;
}

/** The first place that is held by another on one side than on the other; of several, the weightiest. */
function firstHeld(a: Side, b: Side): Held | null {
  let best: Held | null = null;
  let worth = -1;
  for (const sites of shared(a.page.stage.sites, b.page.stage.sites)) {
    const found = heldOtherwise(a, b, sites);
    const weight = a.page.stage.sites[sites[0]]?.worth ?? 0;
    if (!found || (best && (found.minute > best.minute || (found.minute === best.minute && weight <= worth)))) continue;
    [best, worth] = [found, weight];
  }
  return best;
}

function heldOtherwise(a: Side, b: Side, sites: [number, number]): Held | null {
  const [mine, theirs] = [a.film.holders[sites[0]] ?? [], b.film.holders[sites[1]] ?? []];
  let [i, j] = [-1, -1];
  const minutes = [...new Set([...mine, ...theirs].map((row) => row[0] ?? 0))].sort((x, y) => x - y);
  for (const minute of minutes) {
    while (i + 1 < mine.length && mine[i + 1]![0]! <= minute) i++;
    while (j + 1 < theirs.length && theirs[j + 1]![0]! <= minute) j++;
    const holders: [number, number] = [mine[i]?.[1] ?? -1, theirs[j]?.[1] ?? -1];
    if (nameOf(a, holders[0]) !== nameOf(b, holders[1])) return { minute, sites, holders };
  }
  return null;
}
