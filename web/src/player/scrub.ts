/** Geometry of the scrubber: bars of events, days, and history's marks gathered where they would overlap. */
import type { Calendar } from "../dates";
import type { Mark } from "../page";

export type Chapter = { minute: number; until: number };
export type Flag = { at: number; marks: Mark[] };

/** The days of the story, or weeks and months of days where it is long: at most so many chapters. */
export function chapters(calendar: Calendar, minutes: number, most = 14): Chapter[] {
  const days = calendar.dayIndex(Math.max(0, minutes - 1)) + 1;
  const step = [1, 2, 5, 7, 14, 30, 61, 122, 365].find((s) => days / s <= most) ?? Math.ceil(days / most);
  const found: Chapter[] = [];
  for (let index = 0; index < days; index += step) {
    found.push({ minute: Math.max(0, calendar.dayStart(index)), until: Math.min(minutes, calendar.dayStart(index + step)) });
  }
  return found;
}

/** Dated marks as flags, each at its share of the width; those nearer than a gap share one. */
export function flags(marks: Mark[], minutes: number, width: number, gap = 26): Flag[] {
  const dated = marks.filter((m) => m.minute !== null && m.minute >= 0 && m.minute <= minutes);
  dated.sort((a, b) => a.minute! - b.minute! || a.id.localeCompare(b.id));
  const found: Flag[] = [];
  for (const mark of dated) {
    const at = (mark.minute! / Math.max(1, minutes)) * width;
    const last = found[found.length - 1];
    if (last && at - last.at < gap) last.marks.push(mark);
    else found.push({ at, marks: [mark] });
  }
  return found;
}

/** Bars as one SVG path: heights by square root, so that a quiet day still shows. */
export function barsPath(counts: ArrayLike<number>, top: number, width: number, height: number): string {
  const slice = width / Math.max(1, counts.length);
  let d = "";
  for (let i = 0; i < counts.length; i++) {
    const tall = top > 0 ? Math.sqrt(counts[i]! / top) * height : 0;
    if (tall > 0) d += `M${(i * slice).toFixed(1)},${height}v${(-tall).toFixed(1)}h${Math.max(0.6, slice - 0.7).toFixed(1)}V${height}z`;
  }
  return d;
}
