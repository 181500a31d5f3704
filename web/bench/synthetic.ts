/** A made-up stage and film of any size: for measuring and for tests. No place in it exists. */
import type { Film, Happening, Page, Site, Stage, Track } from "../src/page";

export type Grain = "city" | "country";
const named = (text: string) => ({ en: text });

/** Numbers that look random and are the same every time. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sitesOf(many: number, grain: Grain, roll: () => number): Site[] {
  const side = Math.ceil(Math.sqrt(many));
  const [west, south, step] = grain === "city" ? [30, 59.9, 0.006] : [25, 45, 40 / side];
  return Array.from({ length: many }, (_, i) => ({
    id: `s${i}`,
    title: named(`Place ${i}`),
    lon: west + ((i % side) + roll() * 0.6) * step,
    lat: south + (Math.floor(i / side) + roll() * 0.6) * step * 0.5,
    kind: "square",
    worth: i % 17 === 0 ? 5 : roll() * 3,
    gates: [],
    evidence: `sites.s${i}`,
  }));
}

function mapOf(sites: Site[], streets: number, grain: Grain, roll: () => number): Stage["map"] {
  const features: unknown[] = [];
  const at = (i: number) => [sites[i % sites.length]!.lon, sites[i % sites.length]!.lat];
  const feature = (kind: string, type: string, coordinates: unknown, title?: string) =>
    features.push({ type: "Feature", properties: { kind, ...(title ? { title: named(title) } : {}) }, geometry: { type, coordinates } });
  if (grain === "country") {
    const lons = sites.map((s) => s.lon);
    const lats = sites.map((s) => s.lat);
    const [w, e, s, n] = [Math.min(...lons) - 2, Math.max(...lons) + 2, Math.min(...lats) - 1, Math.max(...lats) + 1];
    const coast = Array.from({ length: 361 }, (_, i) => {
      const angle = (i / 360) * 2 * Math.PI;
      const far = 1.25 + Math.sin(i * 0.37) * 0.05;
      return [(w + e) / 2 + (Math.cos(angle) * far * (e - w)) / 2, (s + n) / 2 + (Math.sin(angle) * far * (n - s)) / 2];
    });
    feature("land", "Polygon", [coast]);
  }
  for (let i = 0; i < streets; i++) {
    const [lon, lat] = at(Math.floor(roll() * sites.length)) as [number, number];
    feature("street", "LineString", Array.from({ length: 6 }, (_, k) => [lon + k * 0.001 * (roll() - 0.3), lat + k * 0.0006 * (roll() - 0.3)]));
  }
  feature("river", "LineString", Array.from({ length: sites.length >> 2 }, (_, i) => at(i * 4)), "River");
  return { type: "FeatureCollection", features };
}

/** A track that is always on the march from place to place. */
function march(unit: number, stage: Stage, roll: () => number, happenings: Happening[]): Track {
  const steps: number[][] = [];
  let site = Math.floor(roll() * stage.sites.length);
  const men = 40 + Math.floor(roll() * 900);
  for (let minute = 0; minute < stage.minutes; ) {
    const goal = Math.floor(roll() * stage.sites.length);
    const lasts = 60 + Math.floor(roll() * 240);
    const acting = Math.floor(men * roll());
    steps.push([minute, site, goal, minute + lasts, unit % 2, 0, 0, unit % 2 ? 0 : acting, unit % 2 ? acting : 0, 0, men >> 1, men >> 2, 5]);
    happenings.push(event(minute, "marched", unit, unit % 2, goal, roll() * 6));
    site = goal;
    minute += lasts;
  }
  return { unit, detachment: unit % 3 === 0, since: 0, until: stage.minutes, steps };
}

function event(minute: number, name: string, unit: number, authority: number, site: number, weight: number): Happening {
  const text = named(`Unit ${unit} ${name} at Place ${site}.`);
  return { minute, event: name, cause: "order", trigger: -1, unit, authority, site, other: -1, x: null, weight, text, because: named("because it was ordered"), evidence: [] };
}

export function synthetic(many = 120, units = 200, grain: Grain = "city", minutes = 14400): Page {
  const roll = dice(1917);
  const sites = sitesOf(many, grain, roll);
  const side = Math.ceil(Math.sqrt(many));
  const links = sites.flatMap((_, i) => [
    ...((i + 1) % side && i + 1 < many ? [{ a: i, b: i + 1, kind: "street" }] : []),
    ...(i + side < many ? [{ a: i, b: i + side, kind: "street" }] : []),
  ]);
  const authorities = ["reds", "blues", "others"].map((id, look) => ({ id, title: named(id), look, seat: look, contender: look < 2 }));
  const stage: Stage = {
    id: "bench", title: named("Bench"), summary: named(""), calendar: "julian", start: "1917-10-25 12:00", reform: "", julian_days: 13, minutes, named: {},
    authorities, sites, links, decisions: [], endings: [{ id: "end", title: named("End"), history: true }], marks: [],
    units: Array.from({ length: units }, (_, i) => ({ id: `u${i}`, title: named(`Unit ${i}`), kind: "infantry", home: 0, of: 0, evidence: `units.u${i}` })),
    map: mapOf(sites, grain === "city" ? 1000 : 0, grain, roll),
  };
  return { ...frame(), stage, films: [filmOf(stage, roll)] };
}

function filmOf(stage: Stage, roll: () => number): Film {
  const happenings: Happening[] = [];
  const tracks = stage.units.map((_, i) => march(i, stage, roll, happenings));
  const names = ["called", "lost", "heard", "intercepted", "shelled", "skirmished", "site-taken"];
  for (let minute = 0; minute < stage.minutes; minute += 5) {
    const pick = <T>(list: T[]) => list[Math.floor(roll() * list.length)]!;
    happenings.push(event(minute, pick(names), Math.floor(roll() * tracks.length), pick([0, 1]), Math.floor(roll() * stage.sites.length), roll() * 8));
  }
  happenings.sort((a, b) => a.minute - b.minute);
  const holders = stage.sites.map((_, i) => [[0, i % 3 === 2 ? -1 : i % 2, 0], [600 + i * 40, (i + 1) % 2, i % 5 === 0 ? 1 : 0]]);
  const beliefs = stage.authorities.map(() => stage.sites.map((_, i) => (i % 4 ? [[0, i % 2, 0]] : [[0, -1, -1]])));
  return { run: 1, seed: 1, why: "asked", otherwise: [], ending: 0, options: [], tracks, holders, beliefs, happenings };
}

function frame(): Omit<Page, "stage" | "films"> {
  return {
    format: 1, home: "notebook", languages: ["en"], texts: {}, ensemble: null, what_if: null, evidence: null, story: {}, cite: {},
    made: { version: "0", engine: "0", scenario: "", parameters: "", date: "", command: "", mechanisms: [] },
  };
}
