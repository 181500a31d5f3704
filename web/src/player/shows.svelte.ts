/** The shows of a player, one or two, on one clock: whatever is done to time, layers or places is done to each. */
import type { Page } from "../page";
import { lastAt } from "./find";
import { saidOf, shared } from "./parting";
import { Show, type Tab } from "./show.svelte";
import { Time } from "./time.svelte";
import type { Steps } from "./timeline";

/** A film of a page, and what it is called where it is not alone. */
export type Shown = { page: Page; film: number; name?: string };
/** An event of either film, or one that both have: its row in each, -1 where it is not. */
export type Entry = { minute: number; rows: [first: number, second: number] };

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

export class Shows {
  readonly time: Time;
  readonly first: Show;
  /** the film beside it */
  readonly second: Show | null;
  readonly list: Show[];
  private echoing = false;

  constructor([one, other]: readonly Shown[], at = 0) {
    if (!one) throw new Error("a player without a film");
    this.time = new Time(one.page.stage.minutes, at);
    this.first = new Show(one.page, one.film, this.time);
    this.second = other ? new Show(other.page, other.film, this.time) : null;
    this.list = this.second ? [this.first, this.second] : [this.first];
    this.first.pass = (seconds) => this.time.pass(seconds, () => this.next(this.main));
    for (const show of this.list) show.chose = () => this.echo(show);
    if (other) this.tab = "apart";
  }

  readonly listed: Entry[] = $derived.by(() => this.entries((show) => show.listed));
  readonly main: Entry[] = $derived.by(() => this.entries((show) => show.main));
  readonly great: Entry[] = $derived.by(() => this.entries((show) => show.great));

  private entries(pick: (show: Show) => Steps): Entry[] {
    const { first, second } = this;
    return merge(first, second ?? first, pick(first).rows, second ? pick(second).rows : []);
  }

  /** The page of the first film, whose stage gives the sides, the marks and the length of the story. */
  get page(): Page {
    return this.first.page;
  }
  get layer(): number {
    return this.first.layer;
  }
  set layer(layer: number) {
    this.first.layer = layer;
    if (!this.second) return;
    const there = shared(this.page.stage.authorities, this.second.page.stage.authorities);
    this.second.layer = there.find(([i]) => i === layer)?.[1] ?? -1;
  }
  get tab(): Tab {
    return this.first.tab;
  }
  set tab(tab: Tab) {
    for (const show of this.list) show.tab = tab;
  }
  /** Follow what was chosen, or let it go. */
  follow(): void {
    const on = !this.list.some((show) => show.follow);
    for (const show of this.list) show.follow = on && show.track >= 0;
  }

  seek(minute: number): void {
    for (const show of this.list) show.row = -1;
    this.time.seek(minute);
  }

  toggle(): void {
    for (const show of this.list) show.row = -1;
    this.time.toggle();
  }

  /** Go to an event of either film, or of both. */
  visit({ minute, rows }: Entry): void {
    this.echoing = true;
    this.seek(minute);
    this.list.forEach((show, i) => rows[i]! >= 0 && show.visit(rows[i]!));
    this.echoing = false;
    if (rows[1] < 0) this.echo(this.first);
    else if (rows[0] < 0) this.echo(this.second!);
  }

  /** Where in a list the clock stands: at the event gone to, else -1. */
  private place(entries: Entry[]): number {
    return entries.findIndex(({ minute, rows }) => minute === this.time.shown && this.list.some((show, i) => show.row >= 0 && rows[i] === show.row));
  }

  next(entries = this.listed): boolean {
    const at = this.place(entries);
    const entry = entries[at >= 0 ? at + 1 : lastAt(entries.map((e) => e.minute), this.time.shown) + 1];
    if (entry) this.visit(entry);
    return entry !== undefined;
  }

  before(): void {
    const entries = this.listed;
    const at = this.place(entries);
    const entry = entries[at >= 0 ? at - 1 : lastAt(entries.map((e) => e.minute), this.time.shown - 0.001)];
    if (entry) this.visit(entry);
    else this.seek(0);
  }

  nextGreat(): void {
    if (!this.next(this.great)) this.seek(this.time.minutes);
  }

  clear(): void {
    for (const show of this.list) show.clear();
  }

  /** Choose on one side what was chosen on the other. */
  private echo(from: Show): void {
    const to = from === this.first ? this.second : this.first;
    if (this.echoing || !to) return;
    this.echoing = true;
    const [here, there] = [from.page.stage, to.page.stage];
    to.row = -1;
    to.site = there.sites.findIndex((site) => site.id === here.sites[from.site]?.id);
    to.track = twin(from, to);
    to.follow &&= to.track >= 0;
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
