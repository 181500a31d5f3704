/** Claims and the works they are from. */
import type { Claim, Evidence } from "./types";

const textOf = (evidence: Evidence, id: string): string => evidence.works.find((w) => w.id === id)?.text ?? id;

/** The works that say it; a claim may rest on several. */
export function worksOf(evidence: Evidence, claim: Claim): string[] {
  return claim.work
    .split("; ")
    .filter(Boolean)
    .map((id) => textOf(evidence, id));
}

export interface Against {
  claim?: Claim | undefined;
  work: string;
  says: string;
}

/** What stands against a claim: another claim by its id, or `work: what it says`. */
export function against(evidence: Evidence, conflict: string): Against {
  const claim = evidence.claims.find((c) => c.id === conflict);
  if (claim) return { claim, work: worksOf(evidence, claim).join(" "), says: "" };
  const cut = conflict.indexOf(": ");
  const work = cut > 0 ? evidence.works.find((w) => w.id === conflict.slice(0, cut)) : undefined;
  return work ? { work: work.text, says: conflict.slice(cut + 2) } : { work: "", says: conflict };
}
