/**
 * The painter: one picture of the map at one minute. The ground and the names are kept on layers of their own
 * and drawn anew only when the view changes; the rest is put together on every change, and painted here or, while
 * the film runs, afar.
 */
import type { Words } from "../words";
import { BaseMap } from "./basemap";
import { Crowd, Way, type Mark } from "./crowd";
import type { Rect } from "./labels";
import { NameLayer } from "./names";
import { Afar, painted } from "./afar";
import { Easel, type Picture } from "./easel";
import { paintSite, radius, type SiteLook } from "./paint-sites";
import type { Reel } from "./reel";
import { Signals, type Call, type Shell } from "./signals";
import { Stamps } from "./stamps";
import type { Stroke } from "./strokes";
import { fit, heart, metresPerUnit, projectionFor, type Point, type Projection, type Zoom } from "./view";

/** What is to be seen. ``layer`` is -1 for the world as it is, else an authority. */
export type Shot = {
  minute: number;
  layer: number;
  site: number;
  track: number;
  /** minutes for which a signal stays in view */
  lasting: number;
  /** share of the glide covered by this picture; 1 jumps */
  ease: number;
  still: boolean;
  playing: boolean;
};

const CLEAR = 24; // marches that can be drawn whole before they are a tangle
const NEAR = 40; // units in view, were all spread evenly, among which signs of kinds can be read
const FADE = 36 * 60; // minutes after which old news has faded to its faintest

export class Painter {
  readonly projection: Projection;
  readonly points: Point[];
  zoom: Zoom = { k: 1, x: 0, y: 0 };
  width = 0;
  height = 0;
  crowd: Crowd;
  private ratio = 1;
  private signals: Signals;
  private readonly base: BaseMap;
  private readonly names: NameLayer;
  private readonly stamps: Stamps;
  private readonly easel: Easel;
  private readonly afar: Afar;
  /** counts how often the ground was drawn */
  private grounds = 0;
  private readonly pen: CanvasRenderingContext2D;
  private readonly ground = document.createElement("canvas");
  private readonly land = document.createElement("canvas");
  private stale = true;
  private first: Zoom = { k: 1, x: 0, y: 0 };
  private sitesKey = "";
  private news: SiteLook[] = [];
  private looked = 0;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly sky: HTMLCanvasElement,
    private readonly beneath: HTMLCanvasElement,
    private reel: Reel,
    words: Words,
  ) {
    const { stage } = reel;
    this.pen = canvas.getContext("2d", { alpha: false })!;
    this.projection = projectionFor(stage.sites);
    this.points = stage.sites.map((s) => this.projection([s.lon, s.lat]));
    this.base = new BaseMap(stage, this.projection, metresPerUnit(this.projection, stage.sites), this.points);
    this.names = new NameLayer(sky, stage, this.points, this.base.names, words);
    this.crowd = new Crowd(reel, this.points, stage.authorities);
    this.signals = new Signals(reel.film.happenings);
    const sides = stage.authorities.map(({ look }) => ({ look }));
    this.stamps = new Stamps(stage.authorities);
    this.easel = new Easel(sides);
    this.afar = new Afar(beneath, canvas, sides);
  }

  /** Keep names clear of panels that lie over the map. */
  reserve(panels: Rect[]): void {
    this.names.reserved = panels;
    this.stale = true;
  }

  speak(words: Words): void {
    this.names.speak(words);
    this.stale = true;
  }

  resize(width: number, height: number, ratio: number): void {
    [this.width, this.height, this.ratio] = [width, height, ratio];
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    for (const canvas of [this.canvas, this.ground, this.land]) [canvas.width, canvas.height] = [wide, high];
    for (const canvas of [this.canvas, this.sky, this.beneath]) {
      // a picture that is stretched by a part of a pixel is blurred
      canvas.style.width = `${wide / ratio}px`;
      canvas.style.height = `${high / ratio}px`;
    }
    this.first = this.home();
    this.names.resize(width, height, ratio);
    this.stamps.scale(ratio);
    this.easel.ratio = ratio;
    this.afar.resize(this.canvas.width, this.canvas.height, ratio);
    this.stale = true;
  }

  /** The zoom that opens the story; ``all`` shows every last site. */
  home(all = false): Zoom {
    const { sites, authorities } = this.reel.stage;
    const seats = authorities.filter((a) => a.contender).map((a) => a.seat);
    // on a small screen the streets count for more than the outskirts
    const times = all ? Infinity : this.width < 560 ? 1.3 : 1.9;
    const box = heart(this.points, sites.map((s) => s.worth), seats, times);
    return fit(box, this.width, this.height, Math.min(48, this.width / 12));
  }

  look(zoom: Zoom): void {
    this.zoom = zoom;
    this.stale = true;
  }

  /** How much larger than at first marks are drawn. */
  get grow(): number {
    const first = this.first.k;
    const small = Math.min(1, Math.max(0.72, Math.min(this.width, this.height) / 620));
    return small * Math.min(2.4, Math.max(0.75, Math.pow(this.zoom.k / first, 0.45)));
  }

  /** A zoom with this point in the picture: moved there if it lies near the first view, else seen from afar. */
  reveal([px, py]: Point, far: boolean): Zoom | null {
    const { width, height, zoom, first } = this;
    const inside = (x: number, y: number) => x > width * 0.08 && x < width * 0.92 && y > height * 0.1 && y < height * 0.9;
    if (inside(px, py)) return null;
    const [mx, my] = [(px - zoom.x) / zoom.k, (py - zoom.y) / zoom.k];
    const near = Math.max(Math.abs(mx * first.k + first.x - width / 2) / width, Math.abs(my * first.k + first.y - height / 2) / height) < 1;
    if (near) return { k: zoom.k, x: zoom.x + width / 2 - px, y: zoom.y + height / 2 - py };
    if (!far) return null;
    const [cx, cy] = [(width / 2 - first.x) / first.k, (height / 2 - first.y) / first.k];
    return fit([Math.min(mx, cx), Math.min(my, cy), Math.max(mx, cx), Math.max(my, cy)], width, height, Math.min(width, height) * 0.22);
  }

  at(site: number): Point | null {
    const p = this.points[site];
    return p ? [p[0] * this.zoom.k + this.zoom.x, p[1] * this.zoom.k + this.zoom.y] : null;
  }

  /** Where a body of men is in pixels, whether or not it is drawn. */
  where(track: number, minute: number): Point | null {
    const body = this.reel.bodies[track];
    if (!body) return null;
    const leg = body.leg(minute);
    if (!leg) return this.at(body.site(minute));
    const [x, y] = new Way(leg.path, this.points).at((minute - leg.start) / Math.max(1, leg.end - leg.start));
    return [x * this.zoom.k + this.zoom.x, y * this.zoom.k + this.zoom.y];
  }

  /** Draw; returns whether a mark still glides to its seat. */
  draw(shot: Shot): boolean {
    const grow = this.grow;
    const stale = this.stale;
    if (stale) this.paintLand(grow, shot.site);
    // places change hands by the hour: while the film runs, ten looks a second are enough
    const time = performance.now();
    if (stale || !shot.playing || time - this.looked > 90) {
      this.looked = time;
      this.paintSites(shot, grow, stale);
    }
    const sees = (mark: Mark) => shot.layer < 0 || mark.face.lead === shot.layer;
    const gliding = this.crowd.move(shot.minute, this.zoom, grow, shot.ease, sees);
    this.hang(this.compose(shot), shot.playing && !shot.still && !stale);
    return gliding;
  }

  /** The thread of the pictures ends with the map. */
  end(): void {
    this.afar.end();
  }

  /** Paint a picture, afar if it may be: what is moved by hand keeps together better here. */
  private hang(picture: Picture, away: boolean): void {
    const { stamps, easel } = this;
    const copy = away ? { ...picture, marks: picture.marks.slice() } : picture;
    if (away && this.afar.show(copy, stamps, this.ground, this.grounds)) return;
    easel.sprites.learn(stamps.round, easel.news(stamps.round, stamps.list));
    easel.paint(this.pen, this.ground, picture);
    painted.count += 1;
    if (!away) this.afar.rest();
  }

  /** All that lies over the ground at this moment. */
  private compose(shot: Shot): Picture {
    this.stamps.tidy();
    const marks: number[] = [];
    const near = this.reel.stage.units.length * (this.first.k / this.zoom.k) ** 2 <= NEAR;
    for (const mark of this.crowd.marks) {
      if (mark.shown && this.inView(mark.x, mark.y)) this.stamps.put(marks, mark, mark.index === shot.track, near);
    }
    const below = this.marches(shot);
    for (const look of this.news) below.push(["pulse", look, (shot.minute - look.since) / shot.lasting]);
    const above = !shot.still || shot.lasting > 0 ? this.signalled(shot) : [];
    return { below, marks: Float32Array.from(marks), above: [...above, ...this.chosen(shot)], round: this.stamps.round };
  }

  private paintLand(grow: number, site: number): void {
    const pen = this.land.getContext("2d")!;
    this.base.draw(pen, this.zoom, this.ratio, grow * grow);
    this.names.layout(this.zoom, grow, site);
    this.stale = false;
  }

  private inView(x: number, y: number): boolean {
    return x > -30 && y > -30 && x < this.width + 30 && y < this.height + 30;
  }

  private lookOf(authority: number): number {
    return this.reel.stage.authorities[authority]?.look ?? -1;
  }

  private marches({ track }: Shot): Stroke[] {
    const marching = this.crowd.marks.filter((mark) => mark.shown && mark.leg);
    // many ways at once are a tangle: then the points at the marks must do
    const drawn = marching.length <= CLEAR ? marching : marching.filter((mark) => mark.index === track);
    return drawn.map((mark) => ["march", this.way(mark), this.lookOf(mark.face.lead), mark.index === track]);
  }

  private way(mark: Mark): Point[] {
    return mark.leg!.path.map((site) => this.at(site) ?? [mark.x, mark.y]);
  }

  /** Sites lie on the ground, which is drawn anew only when one of them has changed; a change of hands pulses. */
  private paintSites(shot: Shot, grow: number, stale: boolean): void {
    const { sites } = this.reel.stage;
    const looks: SiteLook[] = [];
    let key = "";
    for (let i = 0; i < sites.length; i++) {
      const at = this.at(i)!;
      if (!this.inView(...at)) continue;
      const look = this.siteLook(i, at, shot, radius(sites[i]!, grow));
      look.sure = Math.round(look.sure * 12) / 12;
      key += `${i}.${look.look}.${look.contested ? 1 : 0}${look.unknown ? 1 : 0}${look.sure},`;
      looks.push(look);
    }
    const recent = ({ since }: SiteLook) => since > 0 && shot.minute - since < shot.lasting;
    this.news = shot.layer < 0 && !shot.still ? looks.filter(recent) : [];
    if (key === this.sitesKey && !stale) return;
    this.sitesKey = key;
    this.grounds += 1;
    const pen = this.ground.getContext("2d")!;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(this.land, 0, 0);
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    for (const look of looks) paintSite(pen, look);
  }

  /** How a site looks now, to all or to one authority. */
  siteLook(site: number, [x, y]: Point, { minute, layer }: Shot, r: number): SiteLook {
    if (layer < 0) {
      const hold = this.reel.hold(site, minute);
      return { x, y, r, look: this.lookOf(hold.holder), contested: hold.contested, since: hold.since, sure: 1, unknown: false };
    }
    const { holder, news } = this.reel.belief(layer, site, minute);
    const sure = news < 0 ? 0 : Math.max(0, 1 - (minute - news) / FADE);
    return { x, y, r, look: this.lookOf(holder), contested: false, since: 0, sure, unknown: news < 0 && holder < 0 };
  }

  private signalled({ minute, lasting, layer }: Shot): Stroke[] {
    const strokes: Stroke[] = [];
    for (const signal of this.signals.recent(minute, lasting)) {
      const age = (minute - signal.minute) / lasting;
      if (signal.kind === "fight") {
        const at = this.at(signal.site);
        if (at && layer < 0) strokes.push(["fight", at, signal.strength * this.grow, age]);
      } else if (layer < 0 || signal.authority === layer) {
        const stroke = this.wire(signal, age);
        if (stroke) strokes.push(stroke);
      }
    }
    return strokes;
  }

  private wire(signal: Call | Shell, age: number): Stroke | null {
    const look = this.lookOf(signal.authority);
    const unit = this.where(signal.unit, signal.minute);
    const site = this.at(signal.site);
    if (signal.kind === "shell") return site && ["shell", unit ?? [site[0] - 60, site[1] + 40], site, look, age];
    const from = this.at(this.reel.seat(signal.authority, signal.minute));
    const to = unit ?? site;
    const far = from && to && Math.hypot(from[0] - to[0], from[1] - to[1]) > 4;
    return far ? ["call", from, to, look, signal.fate, age] : null;
  }

  private chosen({ site, track, minute }: Shot): Stroke[] {
    const mark = this.crowd.marks[track];
    const at = mark?.shown ? ([mark.x, mark.y] as Point) : track >= 0 ? this.where(track, minute) : this.at(site);
    return at ? [["chosen", at, mark?.shown ? mark.r + 6 : 13 * this.grow]] : [];
  }

  /** The site under a point, -1. */
  siteUnder(x: number, y: number): number {
    const grow = this.grow;
    let best = -1;
    let near = 14;
    this.points.forEach((_, i) => {
      const at = this.at(i)!;
      const far = Math.hypot(at[0] - x, at[1] - y) - radius(this.reel.stage.sites[i]!, grow) * 0.5;
      if (far < near) [best, near] = [i, far];
    });
    return best;
  }
}
