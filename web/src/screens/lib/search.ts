/** Finding numbers of the evidence by words; accents and case do not matter. */
import type { Claim, Evidence, Ground } from "./types";

export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export interface Found {
  ground: Ground;
  words: string;
}

/** Every ground with all the words that lead to it: its path, its value, its claims and their works. */
export function index(evidence: Evidence, titles: (path: string) => string): Found[] {
  const claims = new Map(evidence.claims.map((c) => [c.id, c]));
  const works = new Map(evidence.works.map((w) => [w.id, w.text]));
  const said = (claim: Claim | undefined) =>
    claim ? [claim.id, ...Object.values(claim.text), ...claim.work.split("; ").map((w) => works.get(w) ?? w)] : [];
  return evidence.grounds.map((ground) => ({
    ground,
    words: plain(
      [ground.path, titles(ground.path), ground.value, ...Object.values(ground.assumed ?? {})]
        .concat(ground.claims.flatMap((id) => said(claims.get(id))))
        .join(" "),
    ),
  }));
}

/** The grounds in which every word of a question occurs. */
export function find(all: readonly Found[], question: string): Ground[] {
  const words = plain(question).split(/\s+/).filter(Boolean);
  return all.filter((f) => words.every((w) => f.words.includes(w))).map((f) => f.ground);
}

/** The grounds that stand behind a path: itself, or all beneath it. */
export function beneath(evidence: Evidence, path: string): Ground[] {
  const exact = evidence.grounds.filter((g) => g.path === path);
  return exact.length ? exact : evidence.grounds.filter((g) => g.path.startsWith(path + "."));
}
