/** Which row of the table made beforehand stands for a setting of the levers. */
import type { Combination, EndingShare, WhatIf } from "./types";

/** Row-major over the levers' settings: the last lever turns fastest. */
export function rowOf(sizes: readonly number[], settings: readonly number[]): number {
  if (sizes.length !== settings.length) throw new RangeError(`${settings.length} settings for ${sizes.length} levers`);
  let row = 0;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!;
    const at = settings[i]!;
    if (!Number.isInteger(at) || at < 0 || at >= size) throw new RangeError(`lever ${i} has no setting ${at}`);
    row = row * size + at;
  }
  return row;
}

/** The odds under a setting of every lever; looked up where it should be, searched for where the table has gaps. */
export function lookUp(whatIf: WhatIf, settings: readonly number[]): Combination | undefined {
  const sizes = whatIf.levers.map((lever) => lever.settings.length);
  const found = whatIf.combinations[rowOf(sizes, settings)];
  const same = (c: Combination | undefined) => c?.settings.every((s, i) => s === settings[i]) ?? false;
  return same(found) ? found : whatIf.combinations.find(same);
}

/** Every lever left to chance. */
export const untouched = (whatIf: WhatIf): number[] => whatIf.levers.map(() => 0);

/** History's own setting of every lever, chance where none is marked. */
export function asHistory(whatIf: WhatIf): number[] {
  return whatIf.levers.map((lever) =>
    Math.max(
      0,
      lever.settings.findIndex((s) => s.history),
    ),
  );
}

/** `0.2.1` from the address, checked against the levers; null for anything else. */
export function readSettings(whatIf: WhatIf, text: string): number[] | null {
  const found = text.split(".").map(Number);
  const good =
    found.length === whatIf.levers.length &&
    found.every((s, i) => Number.isInteger(s) && s >= 0 && s < whatIf.levers[i]!.settings.length);
  return good ? found : null;
}

export type Move = "rose" | "fell" | "same";

/** Whether a share moved by more than luck explains: its intervals before and after lie apart. */
export function moved(before: EndingShare, after: EndingShare): Move {
  if (after.low > before.high) return "rose";
  if (after.high < before.low) return "fell";
  return "same";
}

export interface Alone {
  lever: number;
  setting: number;
  share: EndingShare;
}

/** What each setting of each lever does by itself to one ending, all other levers left to chance. */
export function oneAtATime(whatIf: WhatIf, ending: number): Alone[] {
  const found: Alone[] = [];
  whatIf.levers.forEach((lever, i) =>
    lever.settings.forEach((_, s) => {
      if (s === 0) return;
      const settings = untouched(whatIf);
      settings[i] = s;
      const share = lookUp(whatIf, settings)?.endings.find((e) => e.ending === ending);
      if (share) found.push({ lever: i, setting: s, share });
    }),
  );
  return found;
}
