import { describe, expect, test } from "vitest";
import { asHistory, lookUp, moved, oneAtATime, readSettings, rowOf, untouched } from "../src/screens/lib/combos";
import { against, worksOf } from "../src/screens/lib/claims";
import { csv } from "../src/screens/lib/csv";
import { interval, percent, value, whole } from "../src/screens/lib/format";
import { holdersAt, keyMinute, lastAt, tally } from "../src/screens/lib/moment";
import { outline } from "../src/screens/lib/outline";
import { address, read, screensOf } from "../src/screens/lib/route";
import { titleOf } from "../src/screens/lib/paths";
import { Say } from "../src/screens/lib/say";
import { band, line, spread, ticks } from "../src/screens/lib/scale";
import { beneath, find, index, plain } from "../src/screens/lib/search";
import { daysOf, takeApart } from "../src/screens/lib/telling";
import { chain, tour } from "../src/screens/lib/tour";
import type { Evidence, Film, Page, WhatIf } from "../src/screens/lib/types";

const NBSP = "\u00a0";
const title = (en: string) => ({ en });
const share = (ending: number, s: number, half = 0.02) => ({ ending, share: s, low: s - half, high: s + half, runs: 400 });

/** Levers of 2, 3 and 2 settings; the share of ending 0 tells which row it is: row / 100. */
function whatIf(): WhatIf {
  const lever = (id: string, n: number, history: number) => ({
    id,
    title: title(id),
    kind: "decision" as const,
    note: {},
    evidence: "",
    settings: Array.from({ length: n }, (_, i) => ({ id: `${i}`, title: title(`${i}`), history: i === history })),
  });
  const combinations: WhatIf["combinations"] = [];
  for (let a = 0; a < 2; a++)
    for (let b = 0; b < 3; b++)
      for (let c = 0; c < 2; c++) {
        const row = combinations.length;
        combinations.push({ settings: [a, b, c], endings: [share(0, row / 100), share(1, 1 - row / 100)] });
      }
  return { levers: [lever("x", 2, 1), lever("y", 3, 2), lever("z", 2, -1)], runs: 400, seed: 1, combinations };
}

describe("combinations", () => {
  test("the last lever turns fastest", () => {
    expect(rowOf([2, 3, 2], [0, 0, 0])).toBe(0);
    expect(rowOf([2, 3, 2], [0, 0, 1])).toBe(1);
    expect(rowOf([2, 3, 2], [1, 2, 1])).toBe(11);
    expect(lookUp(whatIf(), [1, 0, 1])?.endings[0]?.share).toBe(0.07);
  });
  test("a setting that is not there is refused", () => {
    expect(() => rowOf([2, 3], [0, 3])).toThrow(RangeError);
    expect(() => rowOf([2, 3], [0])).toThrow(RangeError);
    expect(() => rowOf([2], [0.5])).toThrow(RangeError);
  });
  test("a table in another order is searched", () => {
    const turned = { ...whatIf(), combinations: [...whatIf().combinations].reverse() };
    expect(lookUp(turned, [1, 0, 1])?.endings[0]?.share).toBe(0.07);
    expect(lookUp({ ...turned, combinations: [] }, [0, 0, 0])).toBeUndefined();
  });
  test("history's setting where it is marked, chance elsewhere", () => {
    expect(asHistory(whatIf())).toEqual([1, 2, 0]);
    expect(untouched(whatIf())).toEqual([0, 0, 0]);
  });
  test("an address is read only if every setting is there", () => {
    expect(readSettings(whatIf(), "1.2.0")).toEqual([1, 2, 0]);
    for (const bad of ["", "1.2", "1.3.0", "1.x.0", "-1.0.0"]) expect(readSettings(whatIf(), bad)).toBeNull();
  });
  test("a move counts only where the intervals lie apart", () => {
    expect(moved(share(0, 0.2), share(0, 0.3))).toBe("rose");
    expect(moved(share(0, 0.3), share(0, 0.2))).toBe("fell");
    expect(moved(share(0, 0.3), share(0, 0.33))).toBe("same");
  });
  test("each lever alone: all others left to chance", () => {
    expect(oneAtATime(whatIf(), 0).map((a) => [a.lever, a.setting, a.share.share])).toEqual([
      [0, 1, 0.06],
      [1, 1, 0.02],
      [1, 2, 0.04],
      [2, 1, 0.01],
    ]);
  });
});

describe("numbers in four languages", () => {
  test("percentages as each language writes them", () => {
    expect(percent(0.62, "en")).toBe("62%");
    expect(percent(0.62, "es")).toBe(`62${NBSP}%`);
    expect(percent(0.62, "pl")).toBe("62%");
    expect(percent(0.62, "ru")).toBe(`62${NBSP}%`);
  });
  test("nearly nothing is not nothing, nearly all is not all", () => {
    expect(percent(0.001, "en")).toBe("< 1%");
    expect(percent(0.999, "en")).toBe("> 99%");
    expect(percent(0, "en")).toBe("0%");
    expect(percent(1, "en")).toBe("100%");
  });
  test("an interval has one sign", () => {
    expect(interval(0.571, 0.66, "en")).toBe("57–66%");
    expect(interval(0.571, 0.66, "ru")).toBe(`57–66${NBSP}%`);
  });
  test("thousands", () => {
    expect(whole(12345, "en")).toBe("12,345");
    expect(whole(12345, "ru")).toBe("12\u202f345");
  });
  test("a number of the evidence is read, words are left alone", () => {
    expect(value("1e+04..6e+04", "en")).toBe("10,000–60,000");
    expect(value("0.4..0.9", "es")).toBe("0,4–0,9");
    expect(value("55.75 37.61", "en")).toBe("55.75 37.61");
    expect(value("cadets", "en")).toBe("cadets");
  });
});

describe("tables as files", () => {
  test("quotes where needed, the raw number and not the shown one", () => {
    const table = {
      columns: [{ title: "Ending" }, { title: "Share, raw" }],
      rows: [
        ['He said "no"', { show: "20 %", raw: 0.2033 }],
        ["two\nlines", null],
      ],
    };
    expect(csv(table)).toBe('\ufeffEnding,"Share, raw"\r\n"He said ""no""",0.2033\r\n"two\nlines",\r\n');
  });
});

describe("addresses", () => {
  const page = (parts: Partial<Page>) => ({ films: [], story: {}, ...parts }) as unknown as Page;
  test("a page without a part leaves out its screen", () => {
    expect(screensOf(page({}))).toEqual(["cite"]);
    expect(screensOf(page({ story: { en: ["x"] }, films: [{} as Film] }))).toEqual(["story", "watch", "cite"]);
  });
  test("an unknown address leads to the first screen", () => {
    expect(read("#watch/1234", ["story", "watch"])).toEqual({ screen: "watch", rest: ["1234"] });
    expect(read("#elsewhere", ["story", "watch"])).toEqual({ screen: "story", rest: [] });
    expect(read("", ["story"])).toEqual({ screen: "story", rest: [] });
    expect(address("watch", 12, 1)).toBe("#watch/12/1");
  });
});

const film = {
  holders: [
    [
      [0, -1, 0],
      [60, 0, 1],
      [120, 1, 0],
    ],
    [[0, 1, 0]],
  ],
  happenings: [
    { minute: 0, event: "started", trigger: -1, weight: 9 },
    { minute: 5, event: "decided", trigger: 0, weight: 8 },
    { minute: 6, event: "ordered", trigger: 1, weight: 1 },
    { minute: 30, event: "fired-first", trigger: 2, weight: 6 },
    { minute: 40, event: "yielded", trigger: 2, weight: 2 },
    { minute: 50, event: "yielded", trigger: 2, weight: 9 },
    { minute: 90, event: "ended", trigger: -1, weight: 10 },
  ],
} as unknown as Film;

describe("a film at a minute", () => {
  test("the last entry that is not later", () => {
    expect(lastAt(film.holders[0]!, 59)).toEqual([0, -1, 0]);
    expect(lastAt(film.holders[0]!, 60)).toEqual([60, 0, 1]);
    expect(lastAt([], 5)).toBeUndefined();
  });
  test("who holds what", () => {
    expect(holdersAt(film, 61)).toEqual([
      { holder: 0, contested: true },
      { holder: 1, contested: false },
    ]);
    expect(tally(film, 2, 121)).toEqual([0, 2]);
    expect(keyMinute(film, 180)).toBe(60);
  });
});

describe("the tour", () => {
  test("one stop of each kind that the log has, in order of time", () => {
    expect(tour(film).map((s) => [s.kind, s.happening])).toEqual([
      ["choice", 1],
      ["blood", 3],
      ["event", 4],
      ["word", 5],
    ]);
  });
  test("causes back to the root, and never round in a ring", () => {
    expect(chain(film, 5).map((h) => h.minute)).toEqual([50, 6, 5, 0]);
    const ring = { happenings: [{ trigger: 1 }, { trigger: 0 }] } as unknown as Film;
    expect(chain(ring, 0)).toHaveLength(2);
  });
});

const evidence = {
  grounds: [
    { path: "sites.kremlin.cover", value: "0.4", grade: "seen", status: "", claims: ["a"], assumed: {} },
    { path: "sites.kremlin.residents", value: "300", grade: "assumed", status: "", claims: [], assumed: { en: "A guess" } },
    { path: "sites.kremlinka.cover", value: "1", grade: "seen", status: "", claims: [], assumed: {} },
  ],
  claims: [{ id: "a", text: { en: "Thick walls" }, work: "w; v", locator: "", grade: "seen", conflicts: ["w: Thin walls"] }],
  works: [
    { id: "w", text: "Ermanskii. Memoirs. 1927." },
    { id: "v", text: "Другая книга." },
  ],
  coverage: {},
  double_entry: {},
} as unknown as Evidence;

describe("evidence", () => {
  test("every word of a question must be found, accents aside", () => {
    const all = index(evidence, () => "Кремль");
    expect(find(all, "ermanskii walls").map((g) => g.path)).toEqual(["sites.kremlin.cover"]);
    expect(find(all, "кремль")).toHaveLength(3);
    expect(find(all, "nobody")).toEqual([]);
    expect(plain("Riábtsev")).toBe("riabtsev");
  });
  test("a path opens itself or all beneath it, never a neighbour with the same beginning", () => {
    expect(beneath(evidence, "sites.kremlin").map((g) => g.path)).toEqual(["sites.kremlin.cover", "sites.kremlin.residents"]);
    expect(beneath(evidence, "sites.kremlin.cover")).toHaveLength(1);
    expect(beneath(evidence, "units")).toEqual([]);
  });
  test("works and what stands against", () => {
    expect(worksOf(evidence, evidence.claims[0]!)).toEqual(["Ermanskii. Memoirs. 1927.", "Другая книга."]);
    expect(against(evidence, "w: Thin walls")).toEqual({ work: "Ermanskii. Memoirs. 1927.", says: "Thin walls" });
    expect(against(evidence, "a").claim?.id).toBe("a");
    expect(against(evidence, "no such work")).toEqual({ work: "", says: "no such work" });
  });
});

describe("axes", () => {
  test("round marks from 0", () => {
    expect(ticks(0.385)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(ticks(1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks(0)).toHaveLength(5);
  });
  test("a range with both signs", () => {
    expect(spread(-0.13, 0.38)).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4]);
    expect(spread(0, 0)[0]).toBe(0);
  });
  test("lines and bands", () => {
    const at = (v: number[]) => (i: number) => v[i]!;
    expect(line(2, at([0, 10]), at([1, 2]))).toBe("M0.0 1.0L10.0 2.0");
    expect(band(2, at([0, 10]), at([1, 2]), at([3, 4]))).toBe("M0.0 1.0L10.0 2.0L10.0 4.0L0.0 3.0Z");
    expect(band(0, at([]), at([]), at([]))).toBe("");
  });
  test("shapes of the map", () => {
    const put = ([x, y]: number[]): [number, number] => [x!, y!];
    expect(outline({ type: "LineString", coordinates: [[0, 0], [1, 2]] }, put)).toBe("M0.0 0.0L1.0 2.0");
    expect(outline({ type: "Polygon", coordinates: [[[0, 0], [1, 0], [1, 1]]] }, put)).toBe("M0.0 0.0L1.0 0.0L1.0 1.0Z");
    expect(outline({ type: "Point", coordinates: [0, 0] }, put)).toBe("");
  });
});

describe("the story's days", () => {
  const at = (minute: number) => `${String(Math.floor(((minute + 720) % 1440) / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const days = daysOf(2880, 720, (m) => (m < 720 ? "Friday 1 May" : m < 2160 ? "Saturday 2 May" : "Sunday 3 May"));
  test("a day's paragraph becomes hours that can be watched", () => {
    const [words, day, next] = takeApart(
      ["Once.", "Friday 1 May. 13:30: A came. 18:45: B said: “No.”", "Saturday 2 May. 00:15: C went (at 5:00)."],
      days,
      at,
    );
    expect(words).toEqual({ kind: "words", text: "Once." });
    expect(day).toEqual({
      kind: "day",
      title: "Friday 1 May",
      last: 719,
      hours: [
        { minute: 90, clock: "13:30", text: "A came." },
        { minute: 405, clock: "18:45", text: "B said: “No.”" },
      ],
    });
    expect(next).toMatchObject({ kind: "day", hours: [{ minute: 735, clock: "00:15", text: "C went (at 5:00)." }] });
  });
  test("what has no hours stays as it was written", () => {
    expect(takeApart(["Friday 1 May was quiet."], days, at)).toEqual([{ kind: "words", text: "Friday 1 May was quiet." }]);
  });
});

describe("what a path speaks of", () => {
  const page = {
    texts: {
      en: {
        page: { part_leans: "how far they lean to: {of}", part_stocks: "in store: {of}", part_do: "act {of}", part_men: "men", part_at: "where it lies" },
        stocks: { rifles: "rifles" },
      },
    },
    stage: {
      calendar: "gregorian",
      start: "1917-10-25 00:00",
      julian_days: 0,
      sites: [{ id: "fort", title: title("The fort") }],
      units: [{ id: "guard", title: title("The guard") }],
      authorities: [{ id: "duma", title: title("The Duma") }],
      decisions: [{ id: "how", title: title("How?"), options: [{ id: "storm", title: title("Storm it") }] }],
      endings: [],
      marks: [],
    },
  } as unknown as Page;
  const say = new Say(page, "en");
  const told = (path: string) => titleOf(page, say, path);
  test("names whose it is and what of it", () => {
    expect(told("units.guard.leans.duma")).toBe("The guard: how far they lean to: The Duma");
    expect(told("sites.fort.stocks.rifles")).toBe("The fort: in store: rifles");
    expect(told("sites.fort.at.0")).toBe("The fort: where it lies");
    expect(told("decisions.how.options.storm.do.1.men")).toBe("How?: Storm it, act 2, men");
  });
  test("reads an unknown part as words", () => expect(told("units.guard.some-thing")).toBe("The guard: some thing"));
});
