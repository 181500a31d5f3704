/** The view: degrees into map units by a fit projection, map units into pixels by zoom and pan. */
import type { Stage } from "../page";

export type Point = [number, number];
/** screen = map * k + (x, y) */
export type Zoom = { k: number; x: number; y: number };
export type Box = [west: number, north: number, east: number, south: number];

const UNITS = 1000;

/** Degrees into map units, y downwards. */
export type Projection = (at: Point) => Point;
const RADIAN = Math.PI / 180;

/** Radians east and north into the plane, y upwards. */
type Raw = (east: number, north: number) => Point;
const tower = (north: number): number => Math.tan(Math.PI / 4 + north / 2);

/** Mercator's projection. */
export const mercator: Raw = (east, north) => [east, Math.log(tower(north))];

/** Lambert's conformal cone that cuts the globe at two parallels; the library's own would weigh ten times the rest. */
export function cone(south: number, north: number): Raw {
  const n = south === north ? Math.sin(south) : Math.log(Math.cos(south) / Math.cos(north)) / Math.log(tower(north) / tower(south));
  const f = (Math.cos(south) * tower(south) ** n) / n;
  return (lon, lat) => {
    const r = f / tower(lat) ** n;
    return [r * Math.sin(n * lon), f - r * Math.cos(n * lon)];
  };
}

/** A projection that suits the sites: Mercator for a city, a cone for a country. */
export function projectionFor(sites: Stage["sites"]): Projection {
  const lons = sites.map((s) => s.lon);
  const lats = sites.map((s) => s.lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const wide = east - west > 8 || north - south > 6;
  const middle = wide ? (west + east) / 2 : 0;
  const sixth = (north - south) / 6;
  const raw = wide ? cone((south + sixth) * RADIAN, (north - sixth) * RADIAN) : mercator;
  const flat = ([lon, lat]: Point): Point => {
    const [x, y] = raw((lon - middle) * RADIAN, lat * RADIAN);
    return [x, -y];
  };
  const [x0, y0, x1, y1] = boxOf(sites.map((s) => flat([s.lon, s.lat])));
  const scale = UNITS / Math.max(x1 - x0, y1 - y0, 1e-9);
  return (at) => {
    const [x, y] = flat(at);
    return [(x - (x0 + x1) / 2) * scale, (y - (y0 + y1) / 2) * scale];
  };
}

export function boxOf(points: Point[]): Box {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The box where the story happens: the places near its middle, those within so many times the usual distance. */
export function heart(points: Point[], worth: number[], keep: number[] = [], times = 1.9): Box {
  const order = points.map((_, i) => i).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const chief = order.slice(0, Math.max(2, Math.ceil(order.length / 2)));
  const middle = (axis: 0 | 1) => median(chief.map((i) => points[i]![axis]));
  const [cx, cy] = [middle(0), middle(1)];
  const far = points.map((p) => Math.hypot(p[0] - cx, p[1] - cy));
  const reach = times * median(far);
  return boxOf(points.filter((_, i) => far[i]! <= reach || keep.includes(i)));
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The zoom that shows a box with a margin in pixels. */
export function fit([x0, y0, x1, y1]: Box, width: number, height: number, margin = 40): Zoom {
  const k = Math.min((width - 2 * margin) / Math.max(x1 - x0, 1), (height - 2 * margin) / Math.max(y1 - y0, 1));
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 };
}

/** Metres in one map unit near the middle of the sites. */
export function metresPerUnit(projection: Projection, sites: Stage["sites"]): number {
  const middle = sites[Math.floor(sites.length / 2)];
  if (!middle) return 1;
  const [a, b] = [projection([middle.lon, middle.lat]), projection([middle.lon, middle.lat + 0.01])];
  return 1111.95 / Math.max(1e-9, Math.hypot(a[0] - b[0], a[1] - b[1]));
}
