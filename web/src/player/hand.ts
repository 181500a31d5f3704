/**
 * Hands on the map: the wheel, a drag and two fingers become a zoom. One finger is left to scroll the page, and a
 * wheel that can turn no further is left to it too.
 */
import type { Zoom } from "./view";

type Point = [number, number];
const SLIP = 3; // pixels that a hand may tremble and still mean a click

export class Hand {
  zoom: Zoom = { k: 1, x: 0, y: 0 };
  private least = 0;
  private most = Infinity;

  /** ``moved`` is told of every new zoom, and whether a hand (and not the program) made it. */
  constructor(
    private readonly canvas: HTMLElement,
    private readonly moved: (zoom: Zoom, byHand: boolean) => void,
  ) {}

  /** How far out and how far in the zoom may go. */
  between(least: number, most: number): void {
    [this.least, this.most] = [least, most];
  }

  set(zoom: Zoom, byHand = false): void {
    this.zoom = { ...zoom, k: Math.min(this.most, Math.max(this.least, zoom.k)) };
    this.moved(this.zoom, byHand);
  }

  /** Zoom about a point of the canvas, its middle where none is named. False where nothing changed. */
  scaleBy(factor: number, at?: Point, byHand = false): boolean {
    const [px, py] = at ?? [this.canvas.clientWidth / 2, this.canvas.clientHeight / 2];
    const next = about(this.zoom, factor, px, py, this.least, this.most);
    if (next.k === this.zoom.k) return false;
    this.set(next, byHand);
    return true;
  }

  /** Take hold of the canvas; what is returned lets go. */
  hold(): () => void {
    const letGo = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(name: K, does: (event: HTMLElementEventMap[K]) => void) =>
      this.canvas.addEventListener(name, does, { signal: letGo.signal, passive: false });
    on("wheel", (event) => this.scaleBy(2 ** turn(event), this.at(event), true) && event.preventDefault());
    on("pointerdown", (event) => event.pointerType !== "touch" && event.button === 0 && this.drag(event, letGo.signal));
    let fingers: Point[] = [];
    on("touchstart", (event) => (fingers = this.fingers(event)));
    on("touchend", (event) => (fingers = this.fingers(event)));
    on("touchmove", (event) => {
      const now = this.fingers(event);
      if (now.length === 2 && fingers.length === 2) {
        event.preventDefault();
        const [k0, k1] = [apart(fingers), apart(now)];
        const [from, to] = [middle(fingers), middle(now)];
        const next = about(this.zoom, k1 / (k0 || 1), from[0], from[1], this.least, this.most);
        this.set({ ...next, x: next.x + to[0] - from[0], y: next.y + to[1] - from[1] }, true);
      }
      fingers = now;
    });
    return () => letGo.abort();
  }

  private drag(down: PointerEvent, signal: AbortSignal): void {
    const { zoom, canvas } = this;
    let slipped = false;
    const end = new AbortController();
    signal.addEventListener("abort", () => end.abort(), { signal: end.signal });
    const move = (event: PointerEvent) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      slipped ||= Math.hypot(x, y) > SLIP;
      if (slipped) this.set({ k: zoom.k, x: zoom.x + x, y: zoom.y + y }, true);
    };
    const up = () => {
      end.abort();
      // the click that follows a drag means nothing
      if (slipped) {
        const still = (event: Event) => event.stopImmediatePropagation();
        canvas.addEventListener("click", still, { capture: true, once: true });
        setTimeout(() => canvas.removeEventListener("click", still, { capture: true }));
      }
    };
    window.addEventListener("pointermove", move, { signal: end.signal });
    window.addEventListener("pointerup", up, { signal: end.signal });
    window.addEventListener("pointercancel", up, { signal: end.signal });
  }

  private at(event: { clientX: number; clientY: number }): Point {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private fingers(event: TouchEvent): Point[] {
    return [...event.targetTouches].slice(0, 2).map((touch) => this.at(touch));
  }
}

/** The zoom by a factor that keeps what lies under a point there. */
export function about({ k, x, y }: Zoom, factor: number, px: number, py: number, least = 0, most = Infinity): Zoom {
  const next = Math.min(most, Math.max(least, k * factor));
  return { k: next, x: px - ((px - x) * next) / k, y: py - ((py - y) * next) / k };
}

/** How far a wheel turned, in doublings; lines and pages count more than pixels, a pinch on a pad more still. */
function turn(event: WheelEvent): number {
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.002;
  return -event.deltaY * unit * (event.ctrlKey ? 10 : 1);
}

const apart = ([a, b]: Point[]): number => Math.hypot(a![0] - b![0], a![1] - b![1]);
const middle = ([a, b]: Point[]): Point => [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2];
