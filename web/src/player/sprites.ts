/**
 * Sprites: marks drawn once and stamped many times. Stroking hundreds of small paths in every picture is what
 * makes old machines stutter; copying small bitmaps is not.
 */
import type { Authority } from "../page";
import type { Face, Mark } from "./crowd";
import { paintUnit } from "./paint-units";

type Pen = CanvasRenderingContext2D;
export type Sprite = { image: CanvasImageSource; half: number };
/** What a sprite was made for: a mark keeps its own until this changes. */
export type Stamp = { face: Face; r: number; state: number; sprite: Sprite };
const MOST = 1500;

export class Sprites {
  private readonly known = new Map<string, Sprite>();
  private ratio = 1;

  constructor(private readonly sides: Authority[]) {}

  /** Device pixels per pixel; a change throws all sprites away. */
  scale(ratio: number, marks: Mark[]): void {
    this.ratio = ratio;
    this.known.clear();
    for (const mark of marks) mark.stamp = null;
  }

  unit(pen: Pen, mark: Mark, strong: boolean): void {
    const state = (mark.moving ? 1 : 0) + (strong ? 2 : 0);
    let stamp = mark.stamp;
    if (!stamp || stamp.face !== mark.face || stamp.r !== mark.r || stamp.state !== state) {
      stamp = mark.stamp = { face: mark.face, r: mark.r, state, sprite: this.find(mark, state) };
    }
    const { image, half } = stamp.sprite;
    pen.drawImage(image, mark.x - half, mark.y - half, 2 * half, 2 * half);
  }

  private find({ face, r: exact }: Mark, state: number): Sprite {
    const r = exact > 10 ? Math.round(exact) : Math.round(exact * 2) / 2;
    const inner = face.outer > 0 ? Math.round((r * face.inner * 2) / face.outer) / 2 : 0;
    const shares = face.shares.map((s) => Math.round(s * 16) / 16);
    const key = `${r}|${inner}|${face.lead}|${shares.join()}|${state}`;
    let sprite = this.known.get(key);
    if (!sprite) {
      if (this.known.size > MOST) this.known.clear();
      sprite = this.make(r, inner, { ...face, shares }, state);
      this.known.set(key, sprite);
    }
    return sprite;
  }

  private make(r: number, inner: number, face: Face, state: number): Sprite {
    const side = Math.ceil(2 * (r + (state & 1 ? 5 : 3)) * this.ratio);
    const half = side / this.ratio / 2;
    const canvas = new OffscreenCanvas(side, side);
    const pen = canvas.getContext("2d")!;
    pen.scale(this.ratio, this.ratio);
    const look = { x: half, y: half, r, inner, face, moving: (state & 1) !== 0 };
    paintUnit(pen as unknown as Pen, look, this.sides, (state & 2) !== 0);
    return { image: canvas.transferToImageBitmap(), half };
  }
}
