/** What of a thing a path speaks of, in words: `leans.duma` of a unit is its leaning to the Duma. */
import type { Say } from "./say";
import type { Page } from "./types";

export const plain = (text: string): string => text.replaceAll("-", " ").replaceAll("_", " ");
const SIDES = new Set(["leans", "bond", "trust", "believes"]);
const STORES = new Set(["arms", "stocks"]);
const INNER = new Set(["options", "factions", "motions", "gates", "parts"]);
const ACTS = new Set(["do", "then"]);

/** A word of the catalogue for a part, or the part itself, read as words. */
function word(say: Say, part: string, of = ""): string {
  const key = `part_${part.replaceAll("-", "_")}`;
  const said = say.word(key, { of });
  return said === key ? [plain(part), of].filter(Boolean).join(" ") : said;
}

function named(page: Page, say: Say, part: string, of: string, id: string): string {
  if (SIDES.has(part)) {
    const side = page.stage.authorities.find((one) => one.id === of);
    return side ? say.text(side.title) : plain(of);
  }
  if (STORES.has(part)) return say.words.word("stocks", of);
  const titled = page.stage.named?.[part === "issues" ? `issues.${of}` : `${part}.${id}.${of}`];
  if (titled) return say.text(titled);
  if (part === "options") {
    const option = page.stage.decisions.find((one) => one.id === id)?.options.find((one) => one.id === of);
    return option ? say.text(option.title) : plain(of);
  }
  return ACTS.has(part) ? String(Number(of) + 1) : plain(of);
}

/** Say the rest of a path, `id` being whatever it belongs to: "how far they lean to: the Duma side". */
export function partOf(page: Page, say: Say, id: string, rest: readonly string[]): string {
  const told: string[] = [];
  for (let i = 0; i < rest.length; i += 1) {
    const part = rest[i]!;
    const next = rest[i + 1];
    if (next !== undefined && (SIDES.has(part) || STORES.has(part) || part === "issues" || ACTS.has(part))) {
      told.push(word(say, part, named(page, say, part, next, id)));
      i += 1;
    } else if (next !== undefined && INNER.has(part)) {
      told.push(named(page, say, part, next, id));
      i += 1;
    } else if (!/^\d+$/.test(part)) told.push(word(say, part));
  }
  return told.join(", ");
}
