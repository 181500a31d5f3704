/** An easel in a thread of its own: it is told sides, size, ground and pictures, and paints the latest of them. */
import { Easel, type Picture } from "./easel";
import type { Side } from "./paint-units";
import type { Stamp } from "./stamps";

export type Told =
  | { canvas: OffscreenCanvas; sides: Side[] }
  | { size: [width: number, height: number, ratio: number] }
  | { ground: ImageBitmap }
  | { picture: Picture; looks: Stamp[]; number: number };
/** ``begun`` once, then the number of each picture that was painted. */
export type Heard = { begun: true } | { painted: number };

type Thread = { onmessage: ((event: MessageEvent<Told>) => void) | null; postMessage(heard: Heard): void };

/** Is this a thread without a document? */
export const isAfar = (): boolean => typeof document === "undefined";

/** Serve the page that began this thread. */
export function paintAfar(): void {
  const home = globalThis as unknown as Thread;
  let canvas: OffscreenCanvas;
  let pen: OffscreenCanvasRenderingContext2D;
  let easel: Easel;
  let ground: ImageBitmap | null = null;
  let next: { picture: Picture; number: number } | null = null;
  let asked = 0;

  const call = () => (asked ||= requestAnimationFrame(paint));
  function paint(): void {
    asked = 0;
    if (!next || !ground) return;
    easel.paint(pen as unknown as CanvasRenderingContext2D, ground, next.picture);
    home.postMessage({ painted: next.number });
    next = null;
  }
  home.onmessage = ({ data: told }) => {
    if ("canvas" in told) {
      canvas = told.canvas;
      pen = canvas.getContext("2d", { alpha: false })!;
      easel = new Easel(told.sides);
    } else if ("size" in told) {
      [canvas.width, canvas.height, easel.ratio] = told.size;
      ground?.close();
      ground = next = null;
    } else if ("ground" in told) {
      ground?.close();
      ground = told.ground;
      if (next) call();
    } else {
      easel.sprites.learn(told.picture.round, told.looks);
      next = told; // one that was not reached in time is dropped: the latest counts
      call();
    }
  };
  home.postMessage({ begun: true });
}
