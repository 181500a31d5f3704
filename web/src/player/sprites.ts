/**
 * Sprites: marks drawn once and stamped many times. Stroking hundreds of small paths in every picture is what
 * makes old machines stutter; copying small bitmaps is not.
 */
import type { Authority } from "../page";
import type { Face, Mark } from "./crowd";
import { paintPointer, paintUnit } from "./paint-units";

type Pen = CanvasRenderingContext2D;
export type Sprite = { image: CanvasImageSource; half: number };
/** What a sprite was made for: a mark keeps its own until this changes. */
export type Stamp = { face: Face; r: number; state: number; sprite: Sprite };
const MOST = 1500;
const POINTS = 16;
const POINT = (2 * Math.PI) / POINTS;

/** The nearest point of a compass of sixteen. */
function compass(angle: number): number {
  return ((Math.round(angle / POINT) % POINTS) + POINTS) % POINTS;
}

export class Sprites {
  private readonly known = new Map<string, Sprite>();
  /** one canvas for each size, used again and again: to make one costs more than to paint a mark */
  private readonly pens = new Map<number, OffscreenCanvasRenderingContext2D>();
  private ratio = 1;

  constructor(private readonly sides: Authority[]) {}

  /** Device pixels per pixel; a change throws all sprites away. */
  scale(ratio: number, marks: Mark[]): void {
    this.ratio = ratio;
    this.known.clear();
    for (const mark of marks) mark.stamp = null;
  }

  unit(pen: Pen, mark: Mark, strong: boolean): void {
    const state = strong ? 1 : 0;
    let stamp = mark.stamp;
    if (!stamp || stamp.face !== mark.face || stamp.r !== mark.r || stamp.state !== state) {
      stamp = mark.stamp = { face: mark.face, r: mark.r, state, sprite: this.body(mark, strong) };
    }
    this.put(pen, stamp.sprite, mark.x, mark.y);
    if (!mark.moving) return;
    const point = compass(mark.angle);
    const far = mark.r + 5;
    this.put(pen, this.pointer(mark.face.lead, point), mark.x + Math.cos(point * POINT) * far, mark.y + Math.sin(point * POINT) * far);
  }

  /** On whole device pixels a stamp is a plain copy. */
  private put(pen: Pen, { image, half }: Sprite, x: number, y: number): void {
    const { ratio } = this;
    pen.drawImage(image, Math.round((x - half) * ratio) / ratio, Math.round((y - half) * ratio) / ratio, 2 * half, 2 * half);
  }

  private body({ face, r: exact }: Mark, strong: boolean): Sprite {
    const r = exact > 8 ? Math.round(exact) : Math.round(exact * 2) / 2;
    const inner = face.outer > 0 ? Math.round((r * face.inner * 2) / face.outer) / 2 : 0;
    const shares = face.shares.map((s) => Math.round(s * 12) / 12);
    const key = `${r}|${inner}|${face.lead}|${shares.join()}|${strong ? 1 : 0}`;
    return this.find(key, r + 3, (at, middle) => paintUnit(at, { x: middle, y: middle, r, inner, face: { ...face, shares } }, this.sides, strong));
  }

  private pointer(lead: number, point: number): Sprite {
    return this.find(`>${lead}|${point}`, 6, (at, middle) => paintPointer(at, middle, middle, point * POINT, this.sides[lead]?.look ?? -1));
  }

  private find(key: string, half: number, paint: (pen: Pen, middle: number) => void): Sprite {
    let sprite = this.known.get(key);
    if (!sprite) {
      if (this.known.size > MOST) this.known.clear();
      this.known.set(key, (sprite = this.make(half, paint)));
    }
    return sprite;
  }

  private make(half: number, paint: (pen: Pen, middle: number) => void): Sprite {
    const side = Math.ceil(2 * half * this.ratio);
    let pen = this.pens.get(side);
    if (!pen) this.pens.set(side, (pen = new OffscreenCanvas(side, side).getContext("2d")!));
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    paint(pen as unknown as Pen, side / this.ratio / 2);
    return { image: pen.canvas.transferToImageBitmap(), half: side / this.ratio / 2 };
  }
}
