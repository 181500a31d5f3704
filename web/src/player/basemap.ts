/** The base map: the stage's GeoJSON as paths made once, drawn by kind. Nothing here knows a city. */
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { Stage, Texts } from "../page";
import type { Point, Projection, Zoom } from "./view";

type Style = { fill?: string; stroke?: string; width: number; metres?: number; dash?: number[]; casing?: string; over?: number };
/** A name on the map itself: of a river, a street, a wall. */
export type Naming = { title: Texts; line: Point[]; water: boolean };

export const LAND = "#F6F2E9";
export const WATER = "#DFEAF0";
const BANK = "#B9CEDA";
const STREET = "#E6DCC8";

const LINES: Record<string, Style> = {
  river: { stroke: WATER, casing: BANK, width: 2.5, metres: 70, over: 1 },
  canal: { stroke: WATER, casing: BANK, width: 1.6, metres: 28, over: 1 },
  ring: { stroke: STREET, width: 2.2, metres: 40, over: 2 },
  boulevard: { stroke: "#DCE3CE", width: 2.2, metres: 45, over: 2 },
  street: { stroke: STREET, width: 1.3, metres: 22, over: 2 },
  road: { stroke: STREET, width: 1.3, metres: 22, over: 2 },
  railway: { stroke: "#B5AA97", width: 1, dash: [5, 3], over: 3 },
  bridge: { stroke: "#FFFDF8", casing: "#9A9080", width: 2.6, metres: 30, over: 4 },
  wall: { stroke: "#9C6B58", width: 1.6, over: 5 },
  border: { stroke: "#C9BFAC", width: 1, dash: [2, 3], over: 3 },
  coast: { stroke: BANK, width: 1, over: 1 },
};
const AREAS: Record<string, Style> = {
  land: { fill: LAND, stroke: BANK, width: 0.8 },
  coast: { fill: LAND, stroke: BANK, width: 0.8 },
  island: { fill: LAND, stroke: BANK, width: 0.8, over: 1.5 },
  park: { fill: "#E7ECD9", width: 0, over: 0.5 },
  district: { stroke: "#DDD3BF", width: 0.7, dash: [3, 3], over: 0.6 },
  square: { fill: "#FBF8F1", stroke: STREET, width: 0.6, over: 2.5 },
  wall: { fill: "#F0DFD2", stroke: "#9C6B58", width: 1.6, over: 5 },
  building: { fill: "#E9D9CB", stroke: "#B59C8A", width: 0.8, over: 5 },
};
const LIKE: Record<string, string> = { rail: "railway", avenue: "street", rampart: "wall", fortress: "wall", boundary: "border", province: "border" };

type Drawn = { path: Path2D; style: Style; area: boolean };

export class BaseMap {
  readonly names: Naming[] = [];
  private readonly drawn: Drawn[] = [];
  private readonly links = new Path2D();
  private readonly sea: boolean;

  constructor(
    stage: Pick<Stage, "map" | "links">,
    projection: Projection,
    private readonly metres: number,
    points: Point[],
  ) {
    const features = ((stage.map as unknown as FeatureCollection).features ?? []) as Feature[];
    this.sea = features.some((f) => f.properties?.["kind"] === "land");
    for (const feature of features) this.add(feature, projection);
    this.drawn.sort((a, b) => (a.style.over ?? 0) - (b.style.over ?? 0));
    this.addLinks(stage.links, points);
  }

  /** Ways between neighbours; those far longer than usual are journeys, no streets, and are left out. */
  private addLinks(links: Stage["links"], points: Point[]): void {
    const known = links.flatMap(({ a, b }) => (points[a] && points[b] ? [[points[a], points[b]] as const] : []));
    const lengths = known.map(([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1]));
    const usual = [...lengths].sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
    known.forEach(([a, b], i) => {
      if (lengths[i]! > 5 * usual) return;
      this.links.moveTo(...a);
      this.links.lineTo(...b);
    });
  }

  private add({ geometry, properties }: Feature, projection: Projection): void {
    if (!geometry) return;
    const told = String(properties?.["kind"] ?? "");
    const kind = LIKE[told] ?? told;
    const area = geometry.type.includes("Polygon");
    const style = { ...((area ? AREAS[kind] : LINES[kind]) ?? areaOrLine(kind, area)) };
    if (typeof properties?.["width_m"] === "number") style.metres = properties["width_m"];
    const path = new Path2D();
    const project = (at: Position): Point => projection([at[0] ?? 0, at[1] ?? 0]);
    const lines = linesOf(geometry).map((line) => line.map(project));
    for (const line of lines) draw(path, line, area);
    this.drawn.push({ path, style, area });
    if (properties?.["title"] && ["river", "canal", "water", "sea", "lake", "ring", "boulevard", "street", "road"].includes(kind)) {
      const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), [] as Point[]);
      this.names.push({ title: properties["title"] as Texts, line: longest, water: !["ring", "boulevard", "street", "road"].includes(kind) });
    }
  }

  /** Draw the ground; the canvas is in device pixels, ``grow`` how far zoomed in beyond the first view. */
  draw(pen: CanvasRenderingContext2D, zoom: Zoom, ratio: number, grow: number): void {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = this.sea ? WATER : LAND;
    pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.setTransform(zoom.k * ratio, 0, 0, zoom.k * ratio, zoom.x * ratio, zoom.y * ratio);
    pen.lineJoin = pen.lineCap = "round";
    let linked = false;
    for (const { path, style, area } of this.drawn) {
      if (!linked && (style.over ?? 0) > 1) linked = this.drawLinks(pen, zoom.k);
      if (area && style.fill) {
        pen.fillStyle = style.fill;
        pen.fill(path, "evenodd");
      }
      if (style.stroke) this.stroke(pen, path, style, zoom.k, grow);
    }
    if (!linked) this.drawLinks(pen, zoom.k);
  }

  private stroke(pen: CanvasRenderingContext2D, path: Path2D, style: Style, k: number, grow: number): void {
    const wide = Math.max(style.width * Math.sqrt(grow), style.metres ? (style.metres / this.metres) * k : 0) / k;
    pen.setLineDash((style.dash ?? []).map((d) => d / k));
    if (style.casing) {
      pen.strokeStyle = style.casing;
      pen.lineWidth = wide + 1.6 / k;
      pen.stroke(path);
    }
    pen.strokeStyle = style.stroke!;
    pen.lineWidth = wide;
    pen.stroke(path);
    pen.setLineDash([]);
  }

  private drawLinks(pen: CanvasRenderingContext2D, k: number): true {
    pen.strokeStyle = "#E9E1D0";
    pen.lineWidth = 1.2 / k;
    pen.setLineDash([]);
    pen.stroke(this.links);
    return true;
  }
}

function areaOrLine(kind: string, area: boolean): Style {
  if (/water|river|lake|sea|canal|pond/.test(kind)) return area ? { fill: WATER, stroke: BANK, width: 0.8, over: 1 } : LINES["river"]!;
  return area ? { fill: "#F1EADB", width: 0, over: 0.4 } : { stroke: STREET, width: 1, over: 2 };
}

function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

function draw(path: Path2D, line: Point[], closed: boolean): void {
  line.forEach((p, i) => (i ? path.lineTo(p[0], p[1]) : path.moveTo(p[0], p[1])));
  if (closed) path.closePath();
}
