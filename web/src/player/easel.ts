/**
 * The easel: paints one picture of what moves over the ground. It knows nothing of the film: a picture is plain
 * data, so that an easel can stand in the page or in a thread of its own, and paint the same.
 */
import type { Side } from "./paint-units";
import { Sprites } from "./sprites";
import { paintStroke, type Stroke } from "./strokes";
import type { Stamp } from "./stamps";

type Pen = CanvasRenderingContext2D;

/** What lies over the ground: strokes beneath the marks, the marks (number, left, top), strokes above them. */
export type Picture = { below: Stroke[]; marks: Float32Array; above: Stroke[]; round: number };

export class Easel {
  readonly sprites: Sprites;
  ratio = 1;

  constructor(sides: Side[]) {
    this.sprites = new Sprites(sides);
  }

  /** Looks of marks that this easel has not yet been told. */
  news(round: number, list: Stamp[]): Stamp[] {
    return list.slice(this.sprites.has(round));
  }

  paint(pen: Pen, ground: CanvasImageSource, { below, marks, above }: Picture): void {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(ground, 0, 0);
    this.strokes(pen, below);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    this.sprites.stamp(pen, this.ratio, marks);
    this.strokes(pen, above);
  }

  private strokes(pen: Pen, list: Stroke[]): void {
    if (!list.length) return;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.lineJoin = "round";
    for (const stroke of list) paintStroke(pen, stroke);
  }
}
