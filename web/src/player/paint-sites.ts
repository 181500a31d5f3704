/** Sites: the holder by shape and colour, hatching where two sides dispute a place, a pulse where it is news. */
import type { Site } from "../page";
import { hatch } from "./hatch";
import { colour, NOBODY, trace } from "./shapes";

export type SiteLook = {
  x: number;
  y: number;
  r: number;
  look: number;
  contested: boolean;
  /** minute of the last change of hands */
  since: number;
  /** 1 certain .. 0 forgotten; only as an authority believes it to be */
  sure: number;
  unknown: boolean;
};

/** Radius by what a place is worth to a leader. */
export function radius(site: Site, grow: number): number {
  return (2.6 + Math.min(6, Math.max(0, site.worth)) * 0.55) * Math.min(1.7, Math.max(0.85, grow));
}

export function paintSite(pen: CanvasRenderingContext2D, at: SiteLook): void {
  const { x, y, r } = at;
  if (at.contested) dispute(pen, x, y, r * 2.4 + 5);
  pen.globalAlpha = 1;
  pen.beginPath();
  if (at.unknown || at.look < 0) pen.arc(x, y, at.unknown ? r : r * 0.75, 0, 2 * Math.PI);
  else trace(pen, at.look, x, y, r);
  pen.lineWidth = 3.2;
  pen.strokeStyle = "#FFFFFF";
  pen.stroke();
  pen.fillStyle = "#FFFFFF";
  pen.fill();
  if (!at.unknown && at.look >= 0) {
    pen.globalAlpha = 0.25 + 0.75 * at.sure;
    pen.fillStyle = colour(at.look);
    pen.fill();
    pen.globalAlpha = 1;
  }
  pen.lineWidth = at.look < 0 || at.unknown ? 1.1 : at.sure < 1 ? 1.3 : 0.8;
  pen.strokeStyle = at.look < 0 || at.unknown ? NOBODY : at.sure < 1 ? colour(at.look) : "#23201B";
  if (at.unknown) pen.setLineDash([2, 2]);
  pen.stroke();
  pen.setLineDash([]);
  if (at.unknown) question(pen, x, y, r);
}

function dispute(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  pen.lineWidth = 1.5;
  hatch(x, y, r, 4).forEach(([x1, y1, x2, y2], i) => {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.strokeStyle = colour(i % 2);
    pen.globalAlpha = 0.55;
    pen.stroke();
  });
  pen.globalAlpha = 1;
}

/** A ring that widens and fades: this place has just changed hands. */
export function paintPulse(pen: CanvasRenderingContext2D, { x, y, r, look }: SiteLook, age: number): void {
  if (age < 0 || age >= 1) return;
  pen.beginPath();
  pen.arc(x, y, r + 3 + age * 22, 0, 2 * Math.PI);
  pen.globalAlpha = (1 - age) * 0.9;
  pen.strokeStyle = colour(look);
  pen.lineWidth = 2.5 * (1 - age) + 0.5;
  pen.stroke();
  pen.globalAlpha = 1;
}

function question(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  pen.fillStyle = "#5C564B";
  pen.font = `600 ${Math.round(r * 1.7)}px Georgia, serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText("?", x, y + 0.5);
}
