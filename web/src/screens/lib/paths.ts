/** Paths of the evidence in words: `sites.kremlin.cover` is the Kremlin's cover. */
import { partOf, plain } from "./parts";
import type { Say } from "./say";
import type { Page } from "./types";

/** Name of whatever a path speaks of, with the rest of the path behind it. */
export function titleOf(page: Page, say: Say, path: string): string {
  const [kind = "", id = "", ...rest] = path.split(".");
  const named: Record<string, readonly { id: string; title: Record<string, string> }[]> = {
    sites: page.stage.sites,
    units: page.stage.units,
    authorities: page.stage.authorities,
    decisions: page.stage.decisions,
    outcomes: page.stage.endings,
    record: page.stage.marks,
  };
  const found = named[kind]?.find((one) => one.id === id)?.title ?? page.stage.named?.[`${kind}.${id}`];
  // what has no title is called by its id, read as words; the path itself stands beneath
  const name = found ? say.text(found) : plain(id || kind);
  const part = partOf(page, say, id, rest);
  return part ? `${name}: ${part}` : name;
}
