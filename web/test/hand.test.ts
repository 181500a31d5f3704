import { describe, expect, test } from "vitest";
import { about } from "../src/player/hand";

describe("zooming about a point", () => {
  const put = (z: { k: number; x: number; y: number }, p: [number, number]) => [p[0] * z.k + z.x, p[1] * z.k + z.y];
  test("what lies under the point stays there", () => {
    const before = { k: 2, x: 30, y: -10 };
    const map: [number, number] = [(100 - 30) / 2, (50 + 10) / 2];
    const after = about(before, 1.7, 100, 50);
    expect(after.k).toBeCloseTo(3.4);
    expect(put(after, map)[0]).toBeCloseTo(100);
    expect(put(after, map)[1]).toBeCloseTo(50);
  });
  test("no further than the limits, and then nothing moves", () => {
    expect(about({ k: 4, x: 1, y: 2 }, 3, 10, 10, 1, 4)).toEqual({ k: 4, x: 1, y: 2 });
    expect(about({ k: 2, x: 0, y: 0 }, 0.1, 0, 0, 1, 4).k).toBe(1);
  });
});
