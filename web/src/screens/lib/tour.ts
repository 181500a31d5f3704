/** A teacher's tour: a few hours of a film worth stopping at, found in its log and never written by hand. */
import type { Film, Happening } from "./types";

/** Kinds of stop, in the order in which they are looked for; each stands once. */
const KINDS: readonly { kind: string; events: readonly string[]; first: boolean }[] = [
  { kind: "blood", events: ["fired-first", "killed"], first: true },
  { kind: "word", events: ["yielded"], first: false },
  { kind: "choice", events: ["decided"], first: false },
  { kind: "guns", events: ["shelled"], first: true },
  { kind: "truce", events: ["truce-began"], first: true },
  { kind: "terms", events: ["settled", "authority-ended"], first: true },
];

export interface Stop {
  kind: string;
  happening: number;
}

const heavier = (film: Film, a: number, b: number): number =>
  film.happenings[b]!.weight - film.happenings[a]!.weight || a - b;

/** Four to six stops in order of time. Where the log has too few kinds, its weightiest events fill in. */
export function tour(film: Film): Stop[] {
  const taken = new Set<number>();
  const stops: Stop[] = [];
  const add = (kind: string, index: number | undefined) => {
    if (index === undefined || taken.has(index)) return;
    taken.add(index);
    stops.push({ kind, happening: index });
  };
  const all = film.happenings.map((_, i) => i);
  const of = (events: readonly string[]) => all.filter((i) => events.includes(film.happenings[i]!.event));
  for (const { kind, events, first } of KINDS) {
    const found = of(events);
    add(kind, first ? found[0] : found.sort((a, b) => heavier(film, a, b))[0]);
  }
  const rest = all.filter((i) => !["started", "ended"].includes(film.happenings[i]!.event));
  for (const index of rest.sort((a, b) => heavier(film, a, b))) {
    if (stops.length >= 4) break;
    add("event", index);
  }
  return stops.sort((a, b) => minute(film, a) - minute(film, b) || a.happening - b.happening);
}

const minute = (film: Film, stop: Stop): number => film.happenings[stop.happening]!.minute;

/** The happenings from one back to its root, itself first. */
export function chain(film: Film, index: number, most = 6): Happening[] {
  const found: Happening[] = [];
  const seen = new Set<number>();
  while (index >= 0 && !seen.has(index) && found.length < most) {
    const happening = film.happenings[index];
    if (!happening) break;
    found.push(happening);
    seen.add(index);
    index = happening.trigger;
  }
  return found;
}
