/** Shapes of the map as SVG paths. */

type Position = number[];
export interface Shape {
  type: string;
  coordinates?: unknown;
}

const line = (points: Position[], put: (p: Position) => [number, number]): string =>
  points
    .map((p, i) => {
      const [x, y] = put(p);
      return `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");

/** The outline of a GeoJSON geometry, in one path; points have none. */
export function outline(shape: Shape | null, put: (p: Position) => [number, number]): string {
  const parts = shape?.coordinates;
  switch (shape?.type) {
    case "LineString":
      return line(parts as Position[], put);
    case "MultiLineString":
      return (parts as Position[][]).map((p) => line(p, put)).join("");
    case "Polygon":
      return (parts as Position[][]).map((p) => line(p, put) + "Z").join("");
    case "MultiPolygon":
      return (parts as Position[][][]).flatMap((p) => p.map((ring) => line(ring, put) + "Z")).join("");
    default:
      return "";
  }
}
