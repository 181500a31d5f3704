/** The keys: one list for the handler and for the help. */
import type { Shows } from "./shows.svelte";
import { SPEEDS } from "./time.svelte";

/** What the keys can do to the map, which lives outside the shows. */
export type MapKeys = { zoomBy(factor: number): void; panBy(x: number, y: number): void; goHome(): void };
export type Key = { keys: string[]; shown: string; word: string; act: (shows: Shows, map: MapKeys) => void };

export const KEYS: Key[] = [
  { keys: [" ", "k"], shown: "Space", word: "key_play", act: (shows) => shows.toggle() },
  { keys: ["ArrowLeft"], shown: "←", word: "key_back", act: (shows) => shows.seek(shows.time.shown - 15) },
  { keys: ["ArrowRight"], shown: "→", word: "key_on", act: (shows) => shows.seek(shows.time.shown + 15) },
  { keys: ["n", "."], shown: "N", word: "next", act: (shows) => shows.next() },
  { keys: ["p", ","], shown: "P", word: "before", act: (shows) => shows.before() },
  { keys: ["g"], shown: "G", word: "next_great", act: (shows) => shows.nextGreat() },
  { keys: ["1", "2", "3", "4"], shown: "1 2 3 4", word: "speed", act: () => undefined },
  { keys: ["+", "="], shown: "+", word: "zoom_in", act: (_, map) => map.zoomBy(1.4) },
  { keys: ["-", "_"], shown: "−", word: "zoom_out", act: (_, map) => map.zoomBy(1 / 1.4) },
  { keys: ["0"], shown: "0", word: "whole_map", act: (_, map) => map.goHome() },
  { keys: ["w"], shown: "W", word: "key_up", act: (_, map) => map.panBy(0, 60) },
  { keys: ["s"], shown: "S", word: "key_down", act: (_, map) => map.panBy(0, -60) },
  { keys: ["a"], shown: "A", word: "key_left", act: (_, map) => map.panBy(60, 0) },
  { keys: ["d"], shown: "D", word: "key_right", act: (_, map) => map.panBy(-60, 0) },
  { keys: ["l"], shown: "L", word: "layer", act: nextLayer },
  { keys: ["f"], shown: "F", word: "follow", act: (shows) => shows.follow() },
  { keys: ["t"], shown: "T", word: "tables", act: (shows) => (shows.tab = shows.tab === "tables" ? "log" : "tables") },
  { keys: ["Escape"], shown: "Esc", word: "key_clear", act: (shows) => shows.clear() },
];

function nextLayer(shows: Shows): void {
  const layers = [-1, ...shows.page.stage.authorities.flatMap((a, i) => (a.contender ? [i] : []))];
  shows.layer = layers[(layers.indexOf(shows.layer) + 1) % layers.length] ?? -1;
}

/** Do what a key asks; returns whether it asked for anything. */
export function press(event: KeyboardEvent, shows: Shows, map: MapKeys, help: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return false;
  if (event.key === "?" && shows.time.keys) {
    help();
    return true;
  }
  if (!shows.time.keys && event.key !== "Escape") return false;
  // a button in focus keeps its own space bar
  if (event.key === " " && event.target instanceof HTMLElement && event.target.closest("button, summary, label, a")) return false;
  const speed = SPEEDS[Number(event.key) - 1];
  if (speed) shows.time.speed = speed;
  const key = KEYS.find((k) => k.keys.includes(event.key.length === 1 ? event.key.toLowerCase() : event.key));
  key?.act(shows, map);
  return key !== undefined;
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("select, textarea, dialog *, input:not([type=checkbox])");
}
