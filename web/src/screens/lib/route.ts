/** Which screen an address asks for: `#watch/1234` is the screen `watch` at minute 1234. */
import type { Page } from "./types";

export const SCREENS = ["story", "watch", "odds", "what-if", "mattered", "evidence", "cite"] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens that this page has the parts for. */
export function screensOf(page: Page): Screen[] {
  const there: Record<Screen, boolean> = {
    story: (page.story?.["en"]?.length ?? 0) > 0,
    watch: page.films.length > 0,
    odds: page.ensemble != null,
    "what-if": (page.what_if?.levers.length ?? 0) > 0,
    mattered: (page.ensemble?.pivots?.length ?? 0) > 0,
    evidence: page.evidence != null,
    cite: true,
  };
  return SCREENS.filter((screen) => there[screen]);
}

export interface Route {
  screen: Screen;
  rest: string[];
}

/** Read an address; what is not there leads to the first screen. */
export function read(hash: string, screens: readonly Screen[]): Route {
  const [name, ...rest] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const screen = screens.find((s) => s === name);
  return screen ? { screen, rest } : { screen: screens[0] ?? "cite", rest: [] };
}

export const address = (screen: Screen, ...rest: (string | number)[]): string =>
  "#" + [screen, ...rest].map((part) => encodeURIComponent(String(part))).join("/");
