/** Two shows on one clock: whatever is done to time, layers or places is done to both. */
import type { Page } from "../page";
import { lastAt } from "./find";
import { saidOf, shared } from "./parting";
import { Show, type Steering, type Tab } from "./show.svelte";
import { Time } from "./time.svelte";
import type { Steps } from "./timeline";

/** An event of either film, or one that both have: its row in each, -1 where it is not. */
export type Entry = { minute: number; rows: [number, number] };

/** Put two logs into one order of time; what both tell of the same minute in the same words stands once. */
export function merge(a: Show, b: Show, left: readonly number[], right: readonly number[]): Entry[] {
  const found: Entry[] = [];
  const of = (show: Show, row: number) => show.happenings[row]!;
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [h, g] = [left[i] === undefined ? null : of(a, left[i]!), right[j] === undefined ? null : of(b, right[j]!)];
    if (h && g && saidOf(h) === saidOf(g)) {
      found.push({ minute: h.minute, rows: [left[i++]!, right[j++]!] });
      continue;
    }
    // of one minute the side goes first whose events the other does not wait for
    const waits = h && g && h.minute === g.minute && waitsFor(b, right, j, saidOf(h), h.minute);
    if (h && (!g || h.minute < g.minute || (h.minute === g.minute && !waits))) found.push({ minute: h.minute, rows: [left[i++]!, -1] });
    else found.push({ minute: g!.minute, rows: [-1, right[j++]!] });
  }
  return found;
}

function waitsFor(show: Show, rows: readonly number[], from: number, said: string, minute: number): boolean {
  for (let j = from + 1; j < rows.length && show.happenings[rows[j]!]!.minute === minute; j++) {
    if (saidOf(show.happenings[rows[j]!]!) === said) return true;
  }
  return false;
}

export class Duo implements Steering {
  readonly time: Time;
  readonly first: Show;
  readonly second: Show;
  private echoing = false;

  constructor(
    readonly page: Page,
    film: number,
    other: { page: Page; film: number },
    at = 0,
  ) {
    this.time = new Time(page.stage.minutes, at);
    this.first = new Show(page, film, this.time);
    this.second = new Show(other.page, other.film, this.time);
    this.first.driven = (seconds) => this.time.pass(seconds, () => this.step());
    this.second.driven = () => undefined; // one clock is moved once
    this.first.chose = () => this.echo(this.first, this.second);
    this.second.chose = () => this.echo(this.second, this.first);
    this.tab = "apart";
  }

  get shows(): [Show, Show] {
    return [this.first, this.second];
  }

  readonly listed: Entry[] = $derived.by(() => this.entries((show) => show.listed));
  readonly main: Entry[] = $derived.by(() => this.entries((show) => show.main));
  readonly great: Entry[] = $derived.by(() => this.entries((show) => show.great));

  private entries(pick: (show: Show) => Steps): Entry[] {
    return merge(this.first, this.second, pick(this.first).rows, pick(this.second).rows);
  }

  get minutes(): number {
    return this.time.minutes;
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

  get layer(): number {
    return this.first.layer;
  }
  set layer(layer: number) {
    this.first.layer = layer;
    const there = shared(this.first.page.stage.authorities, this.second.page.stage.authorities);
    this.second.layer = there.find(([i]) => i === layer)?.[1] ?? -1;
  }
  get tab(): Tab {
    return this.first.tab;
  }
  set tab(tab: Tab) {
    for (const show of this.shows) show.tab = tab;
  }
  get followable(): boolean {
    return this.shows.some((show) => show.followable);
  }
  get follow(): boolean {
    return this.shows.some((show) => show.follow);
  }
  set follow(on: boolean) {
    for (const show of this.shows) show.follow = on && show.followable;
  }

  seek(minute: number): void {
    for (const show of this.shows) show.row = -1;
    this.time.seek(minute);
  }

  toggle(): void {
    for (const show of this.shows) show.row = -1;
    this.time.toggle();
  }

  /** Go to an event of either film, or of both. */
  visit({ minute, rows }: Entry): void {
    this.echoing = true;
    this.seek(minute);
    this.shows.forEach((show, i) => rows[i]! >= 0 && show.visit(rows[i]!));
    this.echoing = false;
    const [only, other] = rows[0] >= 0 ? [this.first, this.second] : [this.second, this.first];
    if (rows[0] < 0 || rows[1] < 0) this.echo(only, other);
  }

  /** Where in a list the clock stands: at the event gone to, else behind the last that is not later. */
  private place(entries: Entry[]): number {
    const { first, second, shown } = this;
    const at = entries.findIndex(({ minute, rows }) => minute === shown && ((first.row >= 0 && rows[0] === first.row) || (second.row >= 0 && rows[1] === second.row)));
    return at;
  }

  next(entries = this.listed): boolean {
    const at = this.place(entries);
    const entry = entries[at >= 0 ? at + 1 : lastAt(entries.map((e) => e.minute), this.shown) + 1];
    if (entry) this.visit(entry);
    return entry !== undefined;
  }

  before(): void {
    const entries = this.listed;
    const at = this.place(entries);
    const entry = entries[at >= 0 ? at - 1 : lastAt(entries.map((e) => e.minute), this.shown - 0.001)];
    if (entry) this.visit(entry);
    else this.seek(0);
  }

  nextGreat(): void {
    if (!this.next(this.great)) this.seek(this.minutes);
  }

  private step(): boolean {
    return this.next(this.main);
  }

  clear(): void {
    for (const show of this.shows) show.clear();
  }

  /** Choose on one side what was chosen on the other. */
  private echo(from: Show, to: Show): void {
    if (this.echoing) return;
    this.echoing = true;
    const [here, there] = [from.page.stage, to.page.stage];
    to.row = -1;
    to.site = there.sites.findIndex((site) => site.id === here.sites[from.site]?.id);
    to.track = twin(from, to);
    to.follow = to.follow && to.followable;
    to.tab = from.tab;
    to.choices += 1;
    this.echoing = false;
  }
}

/** The same body of men in the other film: the unit itself, or the same detachment in their order; -1. */
function twin(from: Show, to: Show): number {
  const body = from.reel.bodies[from.track];
  if (!body) return -1;
  const id = from.page.stage.units[body.track.unit]?.id;
  const like = (show: Show) =>
    show.reel.bodies.flatMap(({ track }, i) =>
      track.detachment === body.track.detachment && show.page.stage.units[track.unit]?.id === id ? [i] : [],
    );
  return like(to)[like(from).indexOf(from.track)] ?? -1;
}
