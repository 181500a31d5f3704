import { geoConicConformalRaw, geoMercatorRaw } from "d3-geo";
import { describe, expect, it } from "vitest";
import { synthetic } from "../bench/synthetic";
import { Calendar } from "../src/dates";
import { hatch } from "../src/player/hatch";
import { along, overlap, place, type Wish } from "../src/player/labels";
import { pack } from "../src/player/pack";
import { barsPath, chapters, flags } from "../src/player/scrub";
import { outline } from "../src/player/shapes";
import { bars, chain, histogram, Steps } from "../src/player/timeline";
import { cone, fit, heart, mercator, projectionFor } from "../src/player/view";

describe("hatching", () => {
  it("stays inside its circle, line by line a gap apart", () => {
    const lines = hatch(10, 20, 12, 4);
    expect(lines).toHaveLength(5); // the two at the rim have no length
    for (const [x1, y1, x2, y2] of lines) {
      expect(Math.hypot(x1 - 10, y1 - 20)).toBeCloseTo(12);
      expect(Math.hypot(x2 - 10, y2 - 20)).toBeCloseTo(12);
    }
    const middles = lines.map(([x1, y1, x2, y2]) => [(x1 + x2) / 2, (y1 + y2) / 2] as const);
    for (let i = 1; i < middles.length; i++) {
      expect(Math.hypot(middles[i]![0] - middles[i - 1]![0], middles[i]![1] - middles[i - 1]![1])).toBeCloseTo(4);
    }
  });
});

describe("shapes", () => {
  it.each([1, 2, 3, 4, 5])("of look %i have the area of the circle", (look) => {
    const points = outline(look, 3, 4, 10);
    const twice = points.reduce((sum, [x, y], i) => {
      const [nx, ny] = points[(i + 1) % points.length]!;
      return sum + x * ny - nx * y;
    }, 0);
    expect(Math.abs(twice) / 2).toBeCloseTo(Math.PI * 100, 6);
  });
});

describe("packing", () => {
  it("lets no mark touch another or the place itself", () => {
    const radii = Array.from({ length: 40 }, (_, i) => 12 - i * 0.22);
    const seats = pack(radii, radii.map((_, i) => (i % 3) - 1), 6);
    seats.forEach((a, i) => {
      expect(Math.hypot(a.x, a.y)).toBeGreaterThan(6 + radii[i]!);
      seats.slice(0, i).forEach((b, j) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(radii[i]! + radii[j]!));
    });
  });
  it("puts each side on its own flank", () => {
    const [left, right] = pack([5, 5], [-1, 1], 4) as [{ x: number; y: number }, { x: number; y: number }];
    expect(left.x).toBeLessThan(0);
    expect(right.x).toBeGreaterThan(0);
  });
});

describe("labels", () => {
  const wish = (id: number, x: number, weight: number): Wish => ({ id, text: `${id}`, w: 60, h: 14, x, y: 100, r: 4, weight });
  it("never overlap, and the weighty come first", () => {
    const wishes = Array.from({ length: 30 }, (_, i) => wish(i, 40 + i * 9, i));
    const placed = place(wishes, { x: 0, y: 0, w: 400, h: 200 });
    expect(placed.length).toBeGreaterThan(4);
    expect(placed[0]!.id).toBe(29);
    placed.forEach((a, i) => placed.slice(0, i).forEach((b) => expect(overlap(a, b)).toBe(false)));
  });
  it("stay inside the map", () => {
    const placed = place([wish(1, 395, 1)], { x: 0, y: 0, w: 400, h: 200 });
    expect(placed[0]!.x + 60).toBeLessThanOrEqual(400);
  });
  it("of a river lie along it, never upside down", () => {
    const at = along([[300, 100], [100, 120]], 80, { x: 0, y: 0, w: 400, h: 200 })!;
    expect(Math.abs(at.angle)).toBeLessThanOrEqual(Math.PI / 2);
    expect(along([[10, 10], [20, 10]], 80, { x: 0, y: 0, w: 400, h: 200 })).toBeNull();
  });
});

describe("the view", () => {
  it("suits a city and a country", () => {
    for (const grain of ["city", "country"] as const) {
      const { sites } = synthetic(400, 1, grain).stage;
      const projection = projectionFor(sites);
      for (const s of sites) {
        const [x, y] = projection([s.lon, s.lat]);
        expect(Math.abs(x)).toBeLessThan(501);
        expect(Math.abs(y)).toBeLessThan(501);
      }
    }
  });
  it("leaves out far stragglers at first, but no seat", () => {
    const points: [number, number][] = [...Array.from({ length: 20 }, (_, i) => [i, i % 5] as [number, number]), [900, 900], [40, 0]];
    const worth = points.map(() => 1);
    expect(heart(points, worth)[2]).toBeLessThan(100);
    expect(heart(points, worth, [20])[2]).toBe(900);
    expect(heart(points, worth, [], Infinity)[2]).toBe(900);
  });
  it("fits a box into the picture", () => {
    const { k, x, y } = fit([0, 0, 100, 50], 400, 300, 20);
    expect([0 * k + x, 100 * k + x]).toEqual([20, 380]);
    expect((50 * k) / 2 + y).toBeCloseTo(150);
  });
});

describe("the scrubber", () => {
  const calendar = new Calendar({ calendar: "julian", start: "1917-10-25 12:00", julian_days: 13 });
  it("has a chapter for each day, the first and the last cut short", () => {
    const days = chapters(calendar, 3000);
    expect(days).toEqual([{ minute: 0, until: 720 }, { minute: 720, until: 2160 }, { minute: 2160, until: 3000 }]);
  });
  it("takes longer steps where the story is long", () => {
    expect(chapters(calendar, 300 * 1440, 14).length).toBeLessThanOrEqual(14);
  });
  it("gathers marks that would lie on one another", () => {
    const mark = (id: string, minute: number | null) => ({ id, title: {}, minute, late: null, inside: null, text: {} });
    const found = flags([mark("a", 500), mark("b", 10), mark("c", 12), mark("d", null)], 1000, 1000);
    expect(found.map((f) => f.marks.map((m) => m.id))).toEqual([["b", "c"], ["a"]]);
    expect(found[1]!.at).toBe(500);
  });
  it("draws no bar where nothing happened", () => expect(barsPath([0, 4, 0], 4, 30, 40).match(/M/g)).toHaveLength(1));
});

describe("the timeline", () => {
  const { happenings } = synthetic(30, 20).films[0]!;
  it("has more main events than great ones", () => {
    const { main, great } = bars(happenings, 100, 10);
    const from = (bar: number) => happenings.filter((h) => h.weight >= bar).length;
    expect(from(great)).toBeLessThanOrEqual(from(main));
    expect(from(great)).toBeGreaterThan(5);
    expect(from(main)).toBeGreaterThan(60);
  });
  it("counts every event once", () => {
    const { all } = histogram(happenings, 14400, 50, 5);
    expect(all.reduce((a, b) => a + b, 0)).toBe(happenings.length);
  });
  it("finds the last event of a minute", () => {
    const at = (minute: number) => ({ ...happenings[0]!, minute });
    const steps = new Steps([at(5), at(9), at(9), at(20)], [0, 2, 3]);
    expect([steps.last(4), steps.last(5), steps.last(9), steps.last(99)]).toEqual([-1, 0, 2, 3]);
  });
  it("follows causes to the root and survives a ring", () => {
    const at = (trigger: number) => ({ ...happenings[0]!, trigger });
    expect(chain([at(-1), at(0), at(1)], 2)).toEqual([2, 1, 0]);
    expect(chain([at(1), at(0)], 0)).toEqual([0, 1]);
  });
});

describe("our two projections", () => {
  const places = [[0.2, 0.9], [1.1, 0.7], [-0.4, 1.2]] as const;
  it.each(places)("are those of the library at %f, %f", (lon, lat) => {
    const close = (ours: number[], theirs: number[]) => ours.forEach((v, i) => expect(v).toBeCloseTo(theirs[i]!, 9));
    close(mercator(lon, lat), geoMercatorRaw(lon, lat));
    close(cone(0.7, 1.1)(lon, lat), geoConicConformalRaw(0.7, 1.1)(lon, lat));
  });
});
