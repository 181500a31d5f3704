/** Midnights of the story, for time axes. */
import type { Stage } from "./types";

export interface DayMark {
  minute: number;
}

/** The start of every day within the story, the first at its beginning. */
export function dayMarks(stage: Stage): DayMark[] {
  const [hours = 0, minutes = 0] = (stage.start.split(" ")[1] ?? "0:0").split(":").map(Number);
  const first = (24 * 60 - (hours * 60 + minutes)) % (24 * 60);
  const found: DayMark[] = [];
  for (let minute = first; minute < stage.minutes; minute += 24 * 60) found.push({ minute });
  return found;
}
