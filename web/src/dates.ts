/**
 * Dates: minutes of the story into days and hours in the scenario's calendar and, where it is the Julian,
 * in the Gregorian too. Month names and the order of day and month are the catalogue's.
 */
import type { Stage } from "./page";
import type { Words } from "./words";

export type Day = { year: number; month: number; day: number };
const DAY = 1440;

/** Number of a day counted from 1 March of year 0 of its own calendar. */
function count({ year, month, day }: Day, gregorian: boolean): number {
  const y = month <= 2 ? year - 1 : year;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(y / 4) - (gregorian ? Math.floor(y / 100) - Math.floor(y / 400) : 0);
  return y * 365 + leaps + inYear;
}

/** The day with this number: the inverse of count. */
function day(number: number, gregorian: boolean): Day {
  let y = Math.floor(number / 365.2425) + 1;
  const first = (year: number) => count({ year, month: 3, day: 1 }, gregorian);
  while (first(y) > number) y -= 1;
  const left = number - first(y);
  const m = Math.floor((5 * left + 2) / 153);
  const month = ((m + 2) % 12) + 1;
  return { year: month <= 2 ? y + 1 : y, month, day: left - Math.floor((153 * m + 2) / 5) + 1 };
}

/** Weekday of a Gregorian day, 0 = Monday. */
function weekday(date: Day): number {
  return (((count(date, true) + 2) % 7) + 7) % 7;
}

const two = (n: number) => String(n).padStart(2, "0");

/** The two calendars of one stage. */
export class Calendar {
  private readonly first: number;
  private readonly at: number;
  private readonly firstNew: number;
  private readonly reform: number;
  readonly both: boolean;

  constructor(stage: Pick<Stage, "calendar" | "start" | "julian_days"> & { reform?: string | undefined }) {
    const [date = "", clock = "00:00"] = stage.start.split(/[ T]/);
    const [year = 1, month = 1, dayOf = 1] = date.split("-").map(Number);
    const [hour = 0, minute = 0] = clock.split(":").map(Number);
    const start = { year, month, day: dayOf };
    this.at = hour * 60 + minute;
    this.both = stage.calendar === "julian";
    this.first = count(start, !this.both);
    this.firstNew = this.both ? count(start, true) + stage.julian_days : this.first;
    const [y = 1, m = 1, d = 1] = (stage.reform || "").split("-").map(Number);
    this.reform = stage.reform ? count({ year: y, month: m, day: d }, true) : Infinity;
  }

  /** Days begun since the first day of the story. */
  dayIndex(minute: number): number {
    return Math.floor((minute + this.at) / DAY);
  }

  /** The minute at which a day begins (the first day begins before the story). */
  dayStart(index: number): number {
    return index * DAY - this.at;
  }

  /** Whether the scenario itself dates by the Gregorian calendar: always, never, or from a reform on. */
  isNew(minute: number): boolean {
    return !this.both || this.firstNew + this.dayIndex(minute) >= this.reform;
  }

  /** Date in the scenario's own calendar. */
  date(minute: number): Day {
    return this.isNew(minute) ? this.newDate(minute) : day(this.first + this.dayIndex(minute), !this.both);
  }

  /** Date in the Gregorian calendar. */
  newDate(minute: number): Day {
    return day(this.firstNew + this.dayIndex(minute), true);
  }

  /** "10:15" */
  clock(minute: number): string {
    const of = (((Math.floor(minute) + this.at) % DAY) + DAY) % DAY;
    return `${two(Math.floor(of / 60))}:${two(of % 60)}`;
  }

  /** "28 October" */
  short(minute: number, words: Words): string {
    return shortDay(this.date(minute), words);
  }

  /** "28 October 10:15" */
  moment(minute: number, words: Words): string {
    return `${this.short(minute, words)} ${this.clock(minute)}`;
  }

  /** "Saturday 28 October 1917" */
  long(minute: number, words: Words): string {
    return longDay(this.date(minute), weekday(this.newDate(minute)), words);
  }

  /** "10 November" in the other calendar; "" where there is only one. */
  other(minute: number, words: Words): string {
    return !this.isNew(minute) ? shortDay(this.newDate(minute), words) : "";
  }
}

function month(date: Day, words: Words): string {
  return words.list("calendar", "months")[date.month - 1] ?? String(date.month);
}

function shortDay(date: Day, words: Words): string {
  return words.word("calendar", "newday", { day: date.day, month: month(date, words), year: date.year });
}

function longDay(date: Day, of: number, words: Words): string {
  const name = words.list("calendar", "weekdays")[of] ?? "";
  return words.word("calendar", "day", { weekday: name, day: date.day, month: month(date, words), year: date.year });
}
