/** Names on the map: sites by their weight where there is room, rivers and streets along their lines. */
import type { Stage } from "../page";
import type { Words } from "../words";
import type { Naming } from "./basemap";
import { along, overlap, place, type Placed, type Rect, type Taken, type Wish } from "./labels";
import { radius } from "./paint-sites";
import type { Point, Zoom } from "./view";

const SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, "PT Serif", serif';
type Lying = { text: string; x: number; y: number; angle: number; water: boolean };

export class NameLayer {
  private readonly widths = new Map<string, number>();
  /** where panels lie over the map */
  reserved: Rect[] = [];
  private width = 0;
  private height = 0;
  private ratio = 1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly stage: Stage,
    private readonly points: Point[],
    private readonly lines: Naming[],
    private words: Words,
  ) {}

  speak(words: Words): void {
    this.words = words;
  }

  resize(width: number, height: number, ratio: number): void {
    [this.width, this.height, this.ratio] = [width, height, ratio];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
  }

  /** Find room for the names in this view and draw them on the layer. */
  layout(zoom: Zoom, grow: number, chosen: number): void {
    const pen = this.canvas.getContext("2d")!;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const bounds = { x: 2, y: 2, w: this.width - 4, h: this.height - 4 };
    const placed = this.places(pen, zoom, grow, chosen, bounds);
    for (const name of this.lying(pen, zoom, bounds, placed)) this.lay(pen, name);
    for (const name of placed) this.write(pen, name);
  }

  private measure(pen: CanvasRenderingContext2D, text: string, font: string): number {
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      pen.font = font;
      this.widths.set(key, (width = pen.measureText(text).width));
    }
    return width;
  }

  private font(site: number): { size: number; font: string } {
    const worth = this.stage.sites[site]?.worth ?? 0;
    const size = (worth >= 4 ? 15 : worth >= 2 ? 13 : 12) - (this.width < 560 ? 2 : 0);
    return { size, font: `${worth >= 4 ? 600 : 400} ${size}px ${SERIF}` };
  }

  private places(pen: CanvasRenderingContext2D, zoom: Zoom, grow: number, chosen: number, bounds: Rect): Placed[] {
    const wishes: Wish[] = [];
    const taken: Taken[] = [...this.reserved];
    const seats = new Set(this.stage.authorities.map((a) => a.seat));
    this.stage.sites.forEach((site, id) => {
      const p = this.points[id]!;
      const [x, y] = [p[0] * zoom.k + zoom.x, p[1] * zoom.k + zoom.y];
      if (x < -40 || y < -20 || x > this.width + 40 || y > this.height + 20) return;
      const r = radius(site, grow);
      const { size, font } = this.font(id);
      const text = this.words.pick(site.title);
      const weight = site.worth + (seats.has(id) ? 3 : 0) + (id === chosen ? 100 : 0);
      taken.push({ x: x - r, y: y - r, w: 2 * r, h: 2 * r, weight });
      wishes.push({ id, text, w: this.measure(pen, text, font), h: size * 1.15, x, y, r, weight });
    });
    const most = Math.max(8, Math.round((this.width * this.height) / 16000));
    return place(wishes, bounds, taken, most, 4);
  }

  private lying(pen: CanvasRenderingContext2D, zoom: Zoom, bounds: Rect, placed: Placed[]): Lying[] {
    const found: Lying[] = [];
    const used: Rect[] = [...placed, ...this.reserved];
    for (const { title, line, water } of this.lines) {
      const text = this.words.pick(title);
      const width = this.measure(pen, text, lineFont(water)) + (water ? text.length * 1.5 : 0);
      const at = along(line.map((p) => [p[0] * zoom.k + zoom.x, p[1] * zoom.k + zoom.y]), width, bounds);
      if (!at) continue;
      const [w, h] = [Math.abs(Math.cos(at.angle)) * width + 14, Math.abs(Math.sin(at.angle)) * width + 14];
      const rect = { x: at.x - w / 2, y: at.y - h / 2, w, h };
      if (used.some((other) => overlap(rect, other))) continue;
      used.push(rect);
      found.push({ text, ...at, water });
    }
    return found;
  }

  private lay(pen: CanvasRenderingContext2D, { text, x, y, angle, water }: Lying): void {
    pen.save();
    pen.translate(x, y);
    pen.rotate(angle);
    pen.font = lineFont(water);
    if ("letterSpacing" in pen) pen.letterSpacing = water ? "1.5px" : "0px";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = water ? "rgba(223,234,240,.9)" : "rgba(246,242,233,.9)";
    pen.strokeText(text, 0, 0);
    pen.fillStyle = water ? "#3B6A84" : "#75695A";
    pen.fillText(text, 0, 0);
    pen.restore();
  }

  private write(pen: CanvasRenderingContext2D, { id, text, x, y, h }: Placed): void {
    const { font } = this.font(id);
    pen.font = font;
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3.4;
    pen.strokeStyle = "rgba(251,248,241,.92)";
    pen.strokeText(text, x, y + h / 2);
    pen.fillStyle = "#23201B";
    pen.fillText(text, x, y + h / 2);
  }
}

function lineFont(water: boolean): string {
  return water ? `italic 13px ${SERIF}` : `italic 11px ${SERIF}`;
}
