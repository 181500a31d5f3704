/** The story's paragraphs, those of one day taken apart into hours that can be watched. */

export interface Hour {
  minute: number;
  clock: string;
  text: string;
}
export type Part = { kind: "words"; text: string } | { kind: "day"; title: string; last: number; hours: Hour[] };

interface Day {
  start: number;
  title: string;
}

/** Minutes of every day of a story with its date in words, as the paragraphs begin with. */
export function daysOf(minutes: number, first: number, title: (minute: number) => string): Day[] {
  const found: Day[] = [{ start: 0, title: title(0) }];
  for (let start = first || 1440; start <= minutes; start += 1440) found.push({ start, title: title(start) });
  return found;
}

/** Take the paragraphs apart. What does not look like a day's telling stays as it was written. */
export function takeApart(paragraphs: readonly string[], days: readonly Day[], at: (minute: number) => string): Part[] {
  return paragraphs.map((text): Part => {
    const i = days.findIndex((d) => text.toLowerCase().startsWith(d.title.toLowerCase()));
    const day = days[i];
    if (!day) return { kind: "words", text };
    const hours = text
      .slice(day.title.length)
      .split(/(?:^|[\s.,:])(?=\d\d:\d\d: )/)
      .flatMap((piece) => {
        const found = /^(\d\d):(\d\d): (.*)$/s.exec(piece.trim());
        if (!found) return [];
        const clock = `${found[1]}:${found[2]}`;
        const minute = minuteOf(clock, day.start, at);
        return [{ minute, clock, text: ended(found[3]!.trim()) }];
      });
    const last = (days[i + 1]?.start ?? day.start + 1440) - 1;
    return hours.length ? { kind: "day", title: day.title, last, hours } : { kind: "words", text };
  });
}

const ended = (text: string): string => (/[.!?…»”]$/.test(text) ? text : text + ".");

function minuteOf(clock: string, start: number, at: (minute: number) => string): number {
  const number = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return start + ((number(clock) - number(at(start)) + 1440) % 1440);
}
