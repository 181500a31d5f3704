/**
 * Sprites: marks drawn once and stamped many times. Stroking hundreds of small paths in every picture is what
 * makes old machines stutter; copying small bitmaps is not.
 */
import { paintPointer, paintUnit, type Side } from "./paint-units";
import type { Stamp } from "./stamps";

type Pen = CanvasRenderingContext2D;

export class Sprites {
  private made: ImageBitmap[] = [];
  private looks: Stamp[] = [];
  private round = -1;
  /** one canvas for each size, used again and again: to make one costs more than to paint a mark */
  private readonly pens = new Map<number, OffscreenCanvasRenderingContext2D>();

  constructor(private readonly sides: Side[]) {}

  /** How many looks of this round are known: only those after them need be told. */
  has(round: number): number {
    return round === this.round ? this.looks.length : 0;
  }

  /** Take in new looks; a new round begins from nothing. */
  learn(round: number, looks: Stamp[]): void {
    if (round !== this.round) {
      this.round = round;
      this.made = [];
      this.looks = [];
    }
    this.looks.push(...looks);
  }

  /** Stamp marks (number, left, top) in device pixels. */
  stamp(pen: Pen, ratio: number, marks: ArrayLike<number>): void {
    for (let i = 0; i < marks.length; i += 3) {
      const id = marks[i]!;
      const sprite = (this.made[id] ??= this.make(this.looks[id]!, ratio));
      pen.drawImage(sprite, marks[i + 1]!, marks[i + 2]!);
    }
  }

  private make(look: Stamp, ratio: number): ImageBitmap {
    const { side } = look;
    let pen = this.pens.get(side);
    if (!pen) this.pens.set(side, (pen = new OffscreenCanvas(side, side).getContext("2d")!));
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const at = side / ratio / 2;
    if (look.kind === "body") paintUnit(pen as unknown as Pen, { ...look, x: at, y: at }, this.sides, look.strong);
    else paintPointer(pen as unknown as Pen, at, at, look.angle, look.look);
    return pen.canvas.transferToImageBitmap();
  }
}
