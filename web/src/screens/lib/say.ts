/** What a screen says: words of the catalogue, counted nouns, dates and shares, in one language. */
import { Calendar } from "../../dates";
import { Words, type Catalogue, type Slots } from "../../words";
import * as format from "./format";
import type { Page, Texts } from "./types";

export class Say {
  readonly words: Words;
  private readonly calendar: Calendar;

  constructor(
    page: Page,
    readonly language: string,
  ) {
    this.words = new Words(page.texts as Catalogue, language);
    this.calendar = new Calendar(page.stage);
  }

  /** A word of the screens. */
  word(key: string, slots: Slots = {}): string {
    return this.words.word("page", key, slots);
  }

  /** "3 histories" */
  count(what: string, n: number): string {
    return this.words.count(what, n);
  }

  /** A scenario's own text. */
  text(texts: Texts | null | undefined): string {
    return this.words.pick(texts);
  }

  /** A clause of the log as a sentence: with a capital and a full stop, once. */
  sentence(clause: string): string {
    const text = clause.trim();
    if (!text) return "";
    return text[0]!.toLocaleUpperCase(this.language) + text.slice(1) + (/[.!?…]$/.test(text) ? "" : ".");
  }

  /** "28 October, 10:15" */
  at(minute: number): string {
    return `${this.date(minute)}, ${this.hour(minute)}`;
  }

  /** "28 October" */
  date(minute: number): string {
    return this.calendar.short(minute, this.words);
  }

  hour(minute: number): string {
    return this.calendar.clock(minute);
  }

  /** "Saturday 28 October 1917 Old Style (10 November New Style)" */
  day(minute: number): string {
    const old = this.calendar.long(minute, this.words);
    const other = this.calendar.other(minute, this.words);
    return other ? this.words.word("calendar", "both", { old, new: other }) : old;
  }

  percent = (share: number): string => format.percent(share, this.language);
  interval = (low: number, high: number): string => format.interval(low, high, this.language);
  whole = (x: number): string => format.whole(x, this.language);
  short = (x: number): string => format.short(x, this.language);

  /** "+12 points" */
  points(shift: number): string {
    const n = Math.round(100 * shift);
    return (n > 0 ? "+" : n < 0 ? "−" : "") + this.count("points", Math.abs(n));
  }

  /** "62 in 100" */
  outOf(share: number): string {
    return this.word("in_hundred", { n: this.whole(Math.round(100 * share)) });
  }
}
