/**
 * Painting afar: while a film runs, its pictures are painted by a thread of their own on a canvas beneath the
 * page's, and the page has its time for the reader. A page that is one file lends its own script to the thread;
 * where none is lent, or a thread is refused, the page goes on painting by itself.
 */
import type { Heard, Told } from "./afar-thread";
import type { Picture } from "./easel";
import type { Side } from "./paint-units";
import type { Stamps } from "./stamps";

/** Pictures painted since the page was opened, here or afar; the bench reads it. */
export const painted = { count: 0 };
/** The script of the page, which calls ``paintAfar`` where ``isAfar``; "" where none is lent. */
const loan = { script: () => "" };
/** Lend the script that is written into this document. */
export function lend(): void {
  loan.script = () => [...document.scripts].find((one) => one.type === "module" && !one.src)?.text ?? "";
}
const SETTLED = 2; // pictures after which the canvas beneath has surely been shown

export class Afar {
  private thread: Worker | null = null;
  private state: "none" | "begun" | "ready" | "refused" = "none";
  private size: [number, number, number] = [0, 0, 1];
  private sent = 0;
  private first = 0;
  private told = { round: -1, looks: 0 };
  private ground = -1;
  private over = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly cover: HTMLCanvasElement,
    private readonly sides: Side[],
  ) {}

  /** Device pixels of the canvas, and how many of them to a pixel. */
  resize(width: number, height: number, ratio: number): void {
    this.size = [width, height, ratio];
    this.rest();
    if (this.state === "ready") this.tell({ size: this.size });
    this.ground = -1;
  }

  /** Hand a picture over. Returns whether the reader sees it without the page's help. */
  show(picture: Picture, stamps: Stamps, ground: HTMLCanvasElement, version: number): boolean {
    if (this.state === "none") this.begin();
    if (this.state !== "ready") return false;
    if (!this.first) this.first = this.sent + 1;
    if (version !== this.ground) this.lay(ground, version);
    if (stamps.round !== this.told.round) this.told = { round: stamps.round, looks: 0 };
    const looks = stamps.list.slice(this.told.looks);
    this.told.looks = stamps.list.length;
    this.tell({ picture, looks, number: ++this.sent }, [picture.marks.buffer as ArrayBuffer]);
    return this.over;
  }

  /** The page paints again by itself. */
  rest(): void {
    this.first = 0;
    if (this.over) this.cover.style.opacity = "";
    this.over = false;
  }

  end(): void {
    this.thread?.terminate();
    this.state = "refused";
  }

  private tell(told: Told, given: Transferable[] = []): void {
    this.thread!.postMessage(told, given);
  }

  private lay(canvas: HTMLCanvasElement, version: number): void {
    this.ground = version;
    void createImageBitmap(canvas).then((ground) => {
      // the last ground asked for is the one that counts
      if (version === this.ground) this.tell({ ground }, [ground]);
    });
  }

  private begin(): void {
    this.state = "refused";
    const script = loan.script();
    if (!script || !("transferControlToOffscreen" in this.canvas)) return;
    const address = URL.createObjectURL(new Blob([`(() => {"use strict";${script}\n})()`], { type: "text/javascript" }));
    try {
      this.thread = new Worker(address);
    } catch {
      return; // an old browser, or a page that allows no threads
    }
    this.state = "begun";
    this.thread.onerror = () => {
      this.rest();
      this.end();
    };
    this.thread.onmessage = ({ data }: MessageEvent<Heard>) => {
      if ("begun" in data) {
        URL.revokeObjectURL(address);
        this.join();
      } else this.heard(data.painted);
    };
  }

  private join(): void {
    const canvas = this.canvas.transferControlToOffscreen();
    this.tell({ canvas, sides: this.sides }, [canvas]);
    this.tell({ size: this.size });
    this.state = "ready";
  }

  private heard(number: number): void {
    if (this.over) painted.count += 1;
    if (this.over || !this.first || number < this.first + SETTLED) return;
    this.over = true;
    this.cover.style.opacity = "0";
  }
}
