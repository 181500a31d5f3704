/** The show: what is being looked at and when. One object, shared by the map, the scrubber, the log and the keys. */
import type { Happening, Page } from "../page";
import { Reel } from "./reel";
import { Ways } from "./ways";
import { bars, Steps, type Bars } from "./timeline";

export const SPEEDS = [5, 15, 60, 240] as const;
export type Filter = "main" | "all" | "unit" | "site";
export type Tab = "log" | "details" | "tables";

export class Show {
  /** The minute that the words show; the map runs on ``now`` between. */
  shown = $state(0);
  playing = $state(false);
  speed = $state<number>(60);
  layer = $state(-1);
  site = $state(-1);
  track = $state(-1);
  row = $state(-1);
  follow = $state(false);
  filter = $state<Filter>("main");
  tab = $state<Tab>("log");
  keys = $state(true);
  /** the device asks for less motion: time moves only in steps */
  still = $state(false);
  /** counts the calls for a new picture */
  calls = $state(0);
  /** counts the choices that ought to be brought into view */
  choices = $state(0);
  reel = $state.raw<Reel>(null!);
  now = 0;
  readonly minutes: number;
  private told = 0;
  private waited = 0;
  private readonly ways: Ways;

  constructor(
    readonly page: Page,
    film: number,
    at = 0,
  ) {
    this.ways = new Ways(page.stage);
    this.minutes = page.stage.minutes;
    this.load(film);
    this.now = this.shown = Math.min(Math.max(0, at), this.minutes);
  }

  load(film: number): void {
    const chosen = this.page.films[film] ?? this.page.films[0];
    if (!chosen) throw new Error("a page without a film has no player");
    if (this.reel?.film === chosen) return;
    this.reel = new Reel(this.page.stage, chosen, this.ways);
    this.row = -1;
    this.track = -1;
    this.follow = false;
    if (this.filter === "unit") this.filter = "main";
  }

  readonly bars: Bars = $derived.by(() => bars(this.reel.film.happenings));
  readonly main: Steps = $derived.by(() => this.select((h) => h.weight >= this.bars.main));
  readonly great: Steps = $derived.by(() => this.select((h) => h.weight >= this.bars.great));
  readonly listed: Steps = $derived.by(() => {
    const { filter, site, track } = this;
    if (filter === "all") return this.select(() => true);
    if (filter === "unit" && track >= 0) return this.select((h) => h.unit === track);
    if (filter === "site" && site >= 0) return this.select((h) => h.site === site);
    return this.main;
  });

  get happenings(): Happening[] {
    return this.reel.film.happenings;
  }

  private select(fits: (h: Happening) => boolean): Steps {
    const rows: number[] = [];
    this.happenings.forEach((h, row) => fits(h) && rows.push(row));
    return new Steps(this.happenings, rows);
  }

  /** Go to a minute. */
  seek(minute: number, row = -1): void {
    this.now = Math.min(this.minutes, Math.max(0, minute));
    this.shown = Math.floor(this.now);
    this.row = row;
    this.calls += 1;
  }

  /** Go to an event and choose where and to whom it happened. */
  visit(row: number): void {
    const happening = this.happenings[row];
    if (!happening) return;
    if (happening.site >= 0) this.site = happening.site;
    if (!this.follow) this.track = happening.site >= 0 && this.filter !== "unit" ? -1 : happening.unit;
    this.seek(happening.minute, row);
    this.choices += 1;
  }

  next(): void {
    const row = this.listed.next(this.shown, this.row);
    if (row >= 0) this.visit(row);
  }

  before(): void {
    const row = this.listed.before(this.shown, this.row);
    if (row >= 0) this.visit(row);
    else this.seek(0);
  }

  nextGreat(): void {
    const row = this.great.next(this.shown, this.row);
    if (row >= 0) this.visit(row);
    else this.seek(this.minutes);
  }

  toggle(): void {
    if (!this.playing && this.now >= this.minutes) this.seek(0);
    this.playing = !this.playing;
    this.row = -1;
    this.waited = 0;
  }

  /** A slice of real time has passed: the words follow at most five times a second. */
  pass(seconds: number): void {
    if (!this.playing) return;
    if (this.still) return this.passInSteps(seconds);
    this.now = Math.min(this.minutes, this.now + Math.min(seconds, 0.25) * this.speed);
    this.told += seconds;
    if (this.told > 0.2 || this.now >= this.minutes) {
      this.shown = Math.floor(this.now);
      this.told = 0;
    }
    if (this.now >= this.minutes) this.playing = false;
  }

  private passInSteps(seconds: number): void {
    this.waited += seconds;
    if (this.waited < 2) return;
    this.waited = 0;
    const row = this.main.next(this.shown, this.row);
    if (row < 0) this.playing = false;
    else this.visit(row);
  }

  pickSite(site: number): void {
    this.row = -1;
    this.site = site;
    this.track = -1;
    this.follow = false;
    this.tab = "details";
    this.choices += 1;
  }

  pickTrack(track: number): void {
    this.row = -1;
    this.track = track;
    this.site = -1;
    this.tab = "details";
    this.choices += 1;
  }

  clear(): void {
    this.site = this.track = -1;
    this.follow = false;
    if (this.filter === "unit" || this.filter === "site") this.filter = "main";
    this.calls += 1;
  }
}
