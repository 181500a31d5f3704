/** Marches, words on the wire, shells and fights, drawn in pixels over the map. */
import { colour } from "./shapes";
import type { Fate } from "./signals";
import type { Point } from "./view";

type Pen = CanvasRenderingContext2D;

/** A march: its way as a thin line, an arrow where it leads. */
export function paintMarch(pen: Pen, way: Point[], look: number, strong: boolean): void {
  if (way.length < 2) return;
  pen.beginPath();
  way.forEach((p, i) => (i ? pen.lineTo(p[0], p[1]) : pen.moveTo(p[0], p[1])));
  arrow(pen, way[way.length - 2]!, way[way.length - 1]!, strong ? 9 : 6);
  pen.strokeStyle = colour(look);
  pen.globalAlpha = strong ? 1 : 0.6;
  pen.lineWidth = strong ? 2.6 : 1.4;
  pen.stroke();
  pen.globalAlpha = 1;
}

function arrow(pen: Pen, from: Point, [x, y]: Point, size: number): void {
  const angle = Math.atan2(y - from[1], x - from[0]);
  pen.moveTo(x - Math.cos(angle - 0.45) * size, y - Math.sin(angle - 0.45) * size);
  pen.lineTo(x, y);
  pen.lineTo(x - Math.cos(angle + 0.45) * size, y - Math.sin(angle + 0.45) * size);
}

/**
 * A word on the wire: dashes that thin out with age. What was lost ends in a cross half-way, what was held
 * back at a bar, what was heard in a dot at the hearer's.
 */
export function paintCall(pen: Pen, from: Point, to: Point, look: number, fate: Fate, age: number): void {
  const whole = fate === "sent" || fate === "heard";
  const end: Point = whole ? to : [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  pen.globalAlpha = Math.max(0.12, 0.85 * (1 - age));
  pen.strokeStyle = pen.fillStyle = colour(look);
  pen.lineWidth = 1.3;
  pen.setLineDash(fate === "heard" ? [1.5, 3] : [5, 4]);
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...end);
  pen.stroke();
  pen.setLineDash([]);
  if (fate === "lost") cross(pen, end);
  if (fate === "held") bar(pen, from, end);
  if (fate === "heard") {
    pen.beginPath();
    pen.arc(...to, 2.6, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function cross(pen: Pen, [x, y]: Point): void {
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x - 4, y - 4);
  pen.lineTo(x + 4, y + 4);
  pen.moveTo(x + 4, y - 4);
  pen.lineTo(x - 4, y + 4);
  pen.stroke();
}

function bar(pen: Pen, from: Point, [x, y]: Point): void {
  const angle = Math.atan2(y - from[1], x - from[0]) + Math.PI / 2;
  pen.lineWidth = 3;
  pen.beginPath();
  pen.moveTo(x - Math.cos(angle) * 6, y - Math.sin(angle) * 6);
  pen.lineTo(x + Math.cos(angle) * 6, y + Math.sin(angle) * 6);
  pen.stroke();
}

/** A shell: an arc high over the roofs, the burst at its end. */
export function paintShell(pen: Pen, from: Point, to: Point, look: number, age: number): void {
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const top: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - far * 0.35 - 12];
  pen.strokeStyle = colour(look);
  pen.globalAlpha = Math.max(0.15, 0.9 * (1 - age));
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(...from);
  pen.quadraticCurveTo(...top, ...to);
  pen.stroke();
  const t = Math.min(1, age * 2.5);
  const at = (i: 0 | 1) => (1 - t) ** 2 * from[i] + 2 * t * (1 - t) * top[i] + t * t * to[i];
  if (t < 1) {
    pen.fillStyle = "#23201B";
    pen.beginPath();
    pen.arc(at(0), at(1), 3, 0, 2 * Math.PI);
    pen.fill();
  } else {
    paintFight(pen, to, 1.1, age);
  }
  pen.globalAlpha = 1;
}

/** A fight: a spiked star that fades. */
export function paintFight(pen: Pen, [x, y]: Point, strength: number, age: number): void {
  const [long, short] = [13 * strength, 6 * strength];
  pen.globalAlpha = Math.max(0, 1 - age);
  pen.beginPath();
  for (let i = 0; i < 16; i++) {
    const angle = (i / 16) * 2 * Math.PI;
    const r = i % 2 ? short : long;
    const p: Point = [x + Math.cos(angle) * r, y + Math.sin(angle) * r];
    if (i) pen.lineTo(...p);
    else pen.moveTo(...p);
  }
  pen.closePath();
  pen.lineWidth = 1.6;
  pen.strokeStyle = "#7A2E1D";
  pen.stroke();
  pen.globalAlpha = 1;
}
