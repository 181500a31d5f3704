/** The state of the map at one minute of a film. */
import type { Film } from "./types";

export interface Hold {
  holder: number;
  contested: boolean;
}

/** The last entry of `[minute, ...]` rows that is not after a minute; the first where all are. */
export function lastAt<T extends readonly number[]>(rows: readonly T[], minute: number): T | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]![0]! <= minute) low = middle + 1;
    else high = middle;
  }
  return rows[Math.max(0, low - 1)];
}

/** Who holds each site at a minute. */
export function holdersAt(film: Film, minute: number): Hold[] {
  return film.holders.map((rows) => {
    const row = lastAt(rows, minute);
    return { holder: row?.[1] ?? -1, contested: (row?.[2] ?? 0) !== 0 };
  });
}

/** How many sites each authority holds at a minute. */
export function tally(film: Film, authorities: number, minute: number): number[] {
  const counts = new Array<number>(authorities).fill(0);
  for (const { holder } of holdersAt(film, minute)) if (holder >= 0) counts[holder]!++;
  return counts;
}

/** The hour at which most sites are contested or changed hands last: the one to show first. */
export function keyMinute(film: Film, minutes: number): number {
  let best = 0;
  let most = -1;
  for (let minute = 0; minute <= minutes; minute += 60) {
    const holds = holdersAt(film, minute);
    const score = holds.filter((h) => h.contested).length * 2 + new Set(holds.map((h) => h.holder)).size;
    if (score > most) [most, best] = [score, minute];
  }
  return best;
}
