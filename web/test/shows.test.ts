import { describe, expect, it } from "vitest";
import { synthetic } from "../bench/synthetic";
import { signOf } from "../src/player/kinds";
import { parting, saidOf } from "../src/player/parting";
import { merge, Shows } from "../src/player/shows.svelte";
import type { Film, Happening, Page } from "../src/page";

const happening = (minute: number, text: string, weight = 5, event = "site-taken"): Happening => ({
  minute, event, cause: "order", trigger: -1, unit: 0, authority: 0, site: 1, other: -1, x: null, weight, text: { en: text }, because: {}, evidence: [],
});
const base = synthetic(4, 3);
const film = base.films[0]!;
const pageOf = (...films: Film[]): Page => ({ ...base, films });
const told = (...happenings: Happening[]): Film => ({ ...film, happenings });
const both = (a: Film, b: Film) => parting({ page: base, film: a }, { page: base, film: b });

describe("where two films part", () => {
  const shared = [happening(10, "a"), happening(20, "b")];
  it("is nowhere where all is the same", () => {
    expect(both(told(...shared), told(...shared))).toMatchObject({ luck: true, minute: -1, rows: [-1, -1], held: null });
  });
  it("is the first event that one has and the other has not", () => {
    const part = both(told(...shared, happening(30, "c")), told(...shared, happening(40, "d")));
    expect(part).toMatchObject({ luck: true, minute: 30, rows: [2, 2] });
  });
  it("is where a place is first held by another, if the log says nothing", () => {
    const holders = film.holders.map((rows, site) => (site === 2 ? [[0, rows[0]![1]!, 0], [75, (rows[0]![1]! + 1) % 2, 0]] : rows));
    const part = both(told(...shared), { ...told(...shared), holders });
    expect(part.minute).toBe(75);
    expect(part.held).toMatchObject({ minute: 75, sites: [2, 2] });
  });
  it("is where a unit first moves otherwise", () => {
    const tracks = film.tracks.map((track, i) => (i ? track : { ...track, steps: [track.steps[0]!, [90, 3, ...track.steps[0]!.slice(2)]] }));
    const first = film.tracks[0]!.steps[1]?.[0] ?? 90;
    expect(both(film, { ...film, tracks }).minute).toBe(Math.min(90, first));
  });
  it("is not fooled by a light event that one film kept and the other had no room for", () => {
    const many = Array.from({ length: 600 }, (_, i) => happening(100 + i, `late ${i}`, 5 + (i % 7) / 10));
    const light = happening(5, "light", 0.2);
    const crowded = told(...shared, ...many, happening(900, "heavy", 9));
    expect(both(told(light, ...shared, ...many.slice(0, 597)), crowded).minute).toBeGreaterThan(600);
  });
  it("knows strangers by their number or their seed", () => {
    expect(both(film, { ...film, run: film.run + 1 }).luck).toBe(false);
    expect(both(film, { ...film, seed: film.seed + 1 }).luck).toBe(false);
  });
});

describe("shows on one clock", () => {
  const a = told(happening(10, "a"), happening(20, "b"), happening(30, "only here"));
  const b = told(happening(10, "a"), happening(20, "x"), happening(20, "b"), happening(50, "only there"));
  const duo = () => {
    const page = pageOf(a, b);
    const found = new Shows([{ page, film: 0 }, { page, film: 1 }]);
    for (const show of found.list) show.filter = "all";
    return found;
  };
  it("step through the events of both, what both have once", () => {
    const page = pageOf(a, b);
    const { first, second } = new Shows([{ page, film: 0 }, { page, film: 1 }]);
    const rows = merge(first, second!, [0, 1, 2], [0, 1, 2, 3]).map(({ rows }) => rows);
    expect(rows).toEqual([[0, 0], [-1, 1], [1, 2], [2, -1], [-1, 3]]);
    expect(saidOf(a.happenings[0]!)).toBe(saidOf(b.happenings[0]!));
  });
  it("walk through events of one minute one by one, there and back, where there is but one", () => {
    const page = pageOf(told(happening(5, "a"), happening(9, "b"), happening(9, "c"), happening(20, "d")));
    const one = new Shows([{ page, film: 0 }]);
    one.first.filter = "all";
    const rows = (steps: number, go: () => unknown) => Array.from({ length: steps }, () => (go(), [one.time.shown, one.first.row]));
    expect(rows(5, () => one.next())).toEqual([[5, 0], [9, 1], [9, 2], [20, 3], [20, 3]]);
    expect(rows(4, () => one.before())).toEqual([[9, 2], [9, 1], [5, 0], [0, -1]]);
    one.seek(9);
    expect(rows(1, () => one.next())).toEqual([[20, 3]]);
    one.seek(9);
    expect(rows(1, () => one.before())).toEqual([[5, 0]]);
  });
  it("go on and back together", () => {
    const two = duo();
    const seen = [];
    for (let i = 0; i < 6; i++) {
      two.next();
      seen.push(two.time.shown);
    }
    expect(seen).toEqual([10, 20, 20, 30, 50, 50]);
    two.before();
    expect([two.time.shown, two.first.shown, two.second!.shown]).toEqual([30, 30, 30]);
  });
  it("move the clock once, however many maps are drawn", () => {
    const two = duo();
    two.time.speed = 60;
    two.toggle();
    for (const show of two.list) show.pass(0.1);
    expect(two.time.now).toBeCloseTo(6);
  });
  it("choose the same place and the same unit", () => {
    const two = duo();
    two.second!.pickSite(2);
    expect([two.first.site, two.second!.site, two.tab]).toEqual([2, 2, "details"]);
    two.first.pickTrack(1);
    expect([two.first.track, two.second!.track, two.second!.site]).toEqual([1, 1, -1]);
    two.layer = 1;
    expect(two.list.map((show) => show.layer)).toEqual([1, 1]);
    two.clear();
    expect(two.list.map((show) => show.track)).toEqual([-1, -1]);
  });
});

const KINDS = "infantry cadets officers students workers-guard workers cavalry artillery armoured-cars cyclists shock sailors militia guard boys staff drivers crowd engineers".split(" ");

describe("kinds of unit", () => {
  it("have a sign each, all different", () => {
    const signs = KINDS.map(signOf);
    expect(new Set(signs).size).toBe(KINDS.length);
    expect(signs).not.toContain(signOf("no such kind"));
  });
});
