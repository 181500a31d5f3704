/** The show: what is being looked at and when. One object, shared by the map, the scrubber, the log and the keys. */
import type { Happening, Page } from "../page";
import { Reel } from "./reel";
import { Time } from "./time.svelte";
import { Ways } from "./ways";
import { bars, Steps, type Bars } from "./timeline";

export const SPEEDS = [5, 15, 60, 240] as const;
export type Filter = "main" | "all" | "unit" | "site";
export type Tab = "log" | "details" | "tables" | "apart";

/** What the controls, the scrubber and the keys steer: one show, or two on one clock. */
export interface Steering {
  readonly page: Page;
  readonly time: Time;
  readonly minutes: number;
  shown: number;
  playing: boolean;
  speed: number;
  still: boolean;
  keys: boolean;
  layer: number;
  tab: Tab;
  readonly followable: boolean;
  follow: boolean;
  seek(minute: number): void;
  toggle(): void;
  next(): void;
  before(): void;
  nextGreat(): void;
  clear(): void;
}

export class Show implements Steering {
  layer = $state(-1);
  site = $state(-1);
  track = $state(-1);
  follow = $state(false);
  filter = $state<Filter>("main");
  tab = $state<Tab>("log");
  /** counts the choices that ought to be brought into view */
  choices = $state(0);
  reel = $state.raw<Reel>(null!);
  readonly time: Time;
  /** who moves the clock, where that is not this show alone */
  driven: ((seconds: number) => void) | null = null;
  /** told what was chosen here, so that another show can choose the same */
  chose: (() => void) | null = null;
  private chosen = $state(-1);
  private readonly ways: Ways;

  constructor(
    readonly page: Page,
    film: number,
    at: number | Time = 0,
  ) {
    this.ways = new Ways(page.stage);
    this.time = at instanceof Time ? at : new Time(page.stage.minutes, at);
    this.load(film);
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

  get minutes(): number {
    return this.time.minutes;
  }
  get now(): number {
    return this.time.now;
  }
  get calls(): number {
    return this.time.calls;
  }
  get shown(): number {
    return this.time.shown;
  }
  get playing(): boolean {
    return this.time.playing;
  }
  set playing(on: boolean) {
    this.time.playing = on;
  }
  get speed(): number {
    return this.time.speed;
  }
  set speed(minutes: number) {
    this.time.speed = minutes;
  }
  get still(): boolean {
    return this.time.still;
  }
  set still(on: boolean) {
    this.time.still = on;
  }
  get keys(): boolean {
    return this.time.keys;
  }
  set keys(on: boolean) {
    this.time.keys = on;
  }
  get followable(): boolean {
    return this.track >= 0;
  }

  /** The event that was gone to, as long as the clock stands at it. */
  get row(): number {
    return this.chosen >= 0 && this.happenings[this.chosen]?.minute === this.shown ? this.chosen : -1;
  }
  set row(row: number) {
    this.chosen = row;
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
    this.row = row;
    this.time.seek(minute);
  }

  /** Go to an event and choose where and to whom it happened. */
  visit(row: number): void {
    const happening = this.happenings[row];
    if (!happening) return;
    if (happening.site >= 0) this.site = happening.site;
    if (!this.follow) this.track = happening.site >= 0 && this.filter !== "unit" ? -1 : happening.unit;
    this.seek(happening.minute, row);
    this.choices += 1;
    this.chose?.();
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
    this.row = -1;
    this.time.toggle();
  }

  /** A slice of real time has passed. */
  pass(seconds: number): void {
    if (this.driven) this.driven(seconds);
    else this.time.pass(seconds, () => this.step());
  }

  private step(): boolean {
    const row = this.main.next(this.shown, this.chosen);
    if (row >= 0) this.visit(row);
    return row >= 0;
  }

  pickSite(site: number): void {
    this.row = -1;
    this.site = site;
    this.track = -1;
    this.follow = false;
    this.tab = "details";
    this.choices += 1;
    this.chose?.();
  }

  pickTrack(track: number): void {
    this.row = -1;
    this.track = track;
    this.site = -1;
    this.tab = "details";
    this.choices += 1;
    this.chose?.();
  }

  clear(): void {
    this.site = this.track = -1;
    this.follow = false;
    if (this.filter === "unit" || this.filter === "site") this.filter = "main";
    this.time.calls += 1;
    this.chose?.();
  }
}
