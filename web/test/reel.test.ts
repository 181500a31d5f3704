import { describe, expect, it } from "vitest";
import { synthetic } from "../bench/synthetic";
import { faceOf, Way } from "../src/player/crowd";
import { lastAt } from "../src/player/find";
import { Reel } from "../src/player/reel";
import { Ways } from "../src/player/ways";
import type { Film, Stage, Track } from "../src/page";

const site = (lon: number) => ({ id: `s${lon}`, title: {}, lon, lat: 0, kind: "square", worth: 1, gates: [], evidence: "" });
const stage = {
  ...synthetic(4, 1).stage,
  sites: [0, 1, 2, 3].map(site),
  links: [{ a: 0, b: 1, kind: "street" }, { a: 1, b: 2, kind: "street" }],
} as Stage;
const happening = (minute: number, event: string, unit: number, at: number) => ({
  minute, event, cause: "order", trigger: -1, unit, authority: 0, site: at, other: -1, x: null, weight: 1, text: {}, because: {}, evidence: [],
});
/** minute, site, goal, arrives, serves, dead, captured, three acting, three standing */
const step = (minute: number, at: number, goal = -1, arrives = -1) => [minute, at, goal, arrives, 0, 0, 0, 50, 0, 0, 80, 15, 5];
const reel = (steps: number[][], happenings: ReturnType<typeof happening>[] = []) => {
  const track: Track = { unit: 0, detachment: false, since: 0, until: 1000, steps };
  const film = { ...synthetic(4, 1).films[0]!, tracks: [track], happenings, holders: stage.sites.map(() => [[0, -1, 0], [60, 1, 1], [90, 1, 0]]) } as Film;
  return new Reel(stage, film);
};

describe("binary search", () => {
  it("finds the last row not later than a minute", () => {
    const minutes = [0, 10, 10, 25];
    expect([-1, 0, 9, 10, 24, 25, 99].map((m) => lastAt(minutes, m))).toEqual([-1, 0, 0, 2, 2, 3, 3]);
    expect(lastAt([], 5)).toBe(-1);
  });
});

describe("a march", () => {
  it("runs from the minute it was begun, which the log knows better than the steps", () => {
    const body = reel([step(0, 0), step(15, 0, 2, 60), step(60, 2)], [happening(7, "marched", 0, 2)]).bodies[0]!;
    expect(body.legs).toEqual([{ start: 7, end: 60, path: [0, 1, 2] }]);
    expect(body.leg(6)).toBeNull();
    expect(body.leg(30)).toEqual(body.legs[0]);
    expect(body.leg(60)).toBeNull();
    expect([6, 30, 60, 500].map((m) => body.site(m))).toEqual([0, 0, 2, 2]);
  });
  it("that falls between two steps is seen all the same", () => {
    const body = reel([step(0, 0), step(30, 1)], [happening(18, "marched", 0, 1)]).bodies[0]!;
    expect(body.legs).toEqual([{ start: 18, end: 30, path: [0, 1] }]);
  });
  it("ends at its goal before the next step tells so", () => {
    const body = reel([step(0, 0, 2, 50), step(90, 2)]).bodies[0]!;
    expect(body.site(70)).toBe(2);
    expect(body.leg(70)).toBeNull();
  });
  it("that is turned back ends where the new one begins", () => {
    const body = reel([step(0, 0, 2, 100), step(40, 1, 0, 70), step(70, 0)]).bodies[0]!;
    expect(body.legs[0]!.end).toBe(40);
    expect(body.legs[1]).toEqual({ start: 40, end: 70, path: [1, 0] });
  });
});

describe("ways", () => {
  it("follow the links, and go straight where none leads there", () => {
    const ways = new Ways(stage);
    expect(ways.path(0, 2)).toEqual([0, 1, 2]);
    expect(ways.path(0, 3)).toEqual([0, 3]);
    expect(ways.path(1, 1)).toEqual([1]);
  });
  it("are walked at an even pace", () => {
    const way = new Way([0, 1, 2], [[0, 0], [10, 0], [10, 30]]);
    expect(way.at(0).slice(0, 2)).toEqual([0, 0]);
    expect(way.at(0.25).slice(0, 2)).toEqual([10, 0]);
    expect(way.at(0.5)).toEqual([10, 10, Math.PI / 2, 1]);
    expect(way.at(7).slice(0, 2)).toEqual([10, 30]);
  });
});

describe("a reel", () => {
  it("knows who holds a site and since when", () => {
    const one = reel([step(0, 0)]);
    expect(one.hold(0, 59)).toEqual({ holder: -1, contested: false, since: 0 });
    expect(one.hold(0, 60)).toEqual({ holder: 1, contested: true, since: 60 });
    expect(one.hold(0, 95)).toEqual({ holder: 1, contested: false, since: 60 });
  });
  it("moves a seat when the log says so", () => {
    const moved = { ...happening(100, "seat-moved", -1, 3), authority: 0 };
    const one = reel([step(0, 0)], [moved]);
    expect([99, 100].map((m) => one.seat(0, m))).toEqual([0, 3]);
  });
  it("says that an authority never heard of a site", () => {
    const page = synthetic(8, 1);
    const one = new Reel(page.stage, page.films[0]!);
    expect(one.belief(0, 0, 50)).toEqual({ holder: -1, news: -1 });
    expect(one.belief(0, 1, 50)).toEqual({ holder: 1, news: 0 });
  });
});

describe("a face", () => {
  it("is large by all the men and filled by those who act", () => {
    const face = faceOf(step(0, 0), 3);
    expect(face.outer).toBeCloseTo(10);
    expect(face.inner).toBeCloseTo(Math.sqrt(50));
    expect(face.shares).toEqual([0.8, 0.15, 0.05]);
    expect(face.lead).toBe(0);
  });
});
