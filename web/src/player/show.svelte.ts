/** The show: one film and what of it is looked at. One object, shared by its map, its log and its tables. */
import type { Film, Happening, Page } from "../page";
import { Reel } from "./reel";
import type { Time } from "./time.svelte";
import { bars, Steps, type Bars } from "./timeline";

export type Filter = "main" | "all" | "unit" | "site";
export type Tab = "log" | "details" | "tables" | "apart";

export class Show {
  layer = $state(-1);
  site = $state(-1);
  track = $state(-1);
  follow = $state(false);
  filter = $state<Filter>("main");
  tab = $state<Tab>("log");
  /** counts the choices that ought to be brought into view */
  choices = $state(0);
  readonly reel: Reel;
  /** A slice of real time has passed; filled in for the one show that moves the clock. */
  pass: (seconds: number) => void = () => undefined;
  /** told what was chosen here, so that another show can choose the same */
  chose: () => void = () => undefined;
  private chosen = $state(-1);

  constructor(
    readonly page: Page,
    film: number,
    readonly time: Time,
  ) {
    const chosen = page.films[film] ?? page.films[0];
    if (!chosen) throw new Error("a page without a film has no player");
    this.reel = new Reel(page.stage, chosen);
  }

  /** The minute of the clock, as the words show it. */
  get shown(): number {
    return this.time.shown;
  }

  /** The event that was gone to, as long as the clock stands at it. */
  get row(): number {
    return this.chosen >= 0 && this.happenings[this.chosen]?.minute === this.shown ? this.chosen : -1;
  }
  set row(row: number) {
    this.chosen = row;
  }

  readonly bars: Bars = $derived.by(() => bars(this.happenings));
  readonly main: Steps = $derived.by(() => this.select((h) => h.weight >= this.bars.main));
  readonly great: Steps = $derived.by(() => this.select((h) => h.weight >= this.bars.great));
  readonly listed: Steps = $derived.by(() => {
    const { filter, site, track } = this;
    if (filter === "all") return this.select(() => true);
    if (filter === "unit" && track >= 0) return this.select((h) => h.unit === track);
    if (filter === "site" && site >= 0) return this.select((h) => h.site === site);
    return this.main;
  });

  get film(): Film {
    return this.reel.film;
  }
  get happenings(): Happening[] {
    return this.film.happenings;
  }

  private select(fits: (h: Happening) => boolean): Steps {
    const rows: number[] = [];
    this.happenings.forEach((h, row) => fits(h) && rows.push(row));
    return new Steps(this.happenings, rows);
  }

  /** Go to an event and choose where and to whom it happened. */
  visit(row: number): void {
    const happening = this.happenings[row];
    if (!happening) return;
    if (happening.site >= 0) this.site = happening.site;
    if (!this.follow) this.track = happening.site >= 0 && this.filter !== "unit" ? -1 : happening.unit;
    this.row = row;
    this.time.seek(happening.minute);
    this.choices += 1;
    this.chose();
  }

  pickSite(site: number): void {
    this.row = -1;
    this.site = site;
    this.track = -1;
    this.follow = false;
    this.tab = "details";
    this.choices += 1;
    this.chose();
  }

  pickTrack(track: number): void {
    this.row = -1;
    this.track = track;
    this.site = -1;
    this.tab = "details";
    this.choices += 1;
    this.chose();
  }

  clear(): void {
    this.site = this.track = -1;
    this.follow = false;
    if (this.filter === "unit" || this.filter === "site") this.filter = "main";
    this.time.calls += 1;
    this.chose();
  }
}
