/** The keys: one list for the handler and for the help. */
import { SPEEDS, type Steering } from "./show.svelte";

/** What the keys can do to the map, which lives outside the show. */
export type MapKeys = { zoomBy(factor: number): void; panBy(x: number, y: number): void; goHome(): void };
export type Key = { keys: string[]; shown: string; word: string; act: (show: Steering, map: MapKeys) => void };

export const KEYS: Key[] = [
  { keys: [" ", "k"], shown: "Space", word: "key_play", act: (show) => show.toggle() },
  { keys: ["ArrowLeft"], shown: "←", word: "key_back", act: (show) => show.seek(show.shown - 15) },
  { keys: ["ArrowRight"], shown: "→", word: "key_on", act: (show) => show.seek(show.shown + 15) },
  { keys: ["n", "."], shown: "N", word: "next", act: (show) => show.next() },
  { keys: ["p", ","], shown: "P", word: "before", act: (show) => show.before() },
  { keys: ["g"], shown: "G", word: "next_great", act: (show) => show.nextGreat() },
  { keys: ["1", "2", "3", "4"], shown: "1 2 3 4", word: "speed", act: () => undefined },
  { keys: ["+", "="], shown: "+", word: "zoom_in", act: (_, map) => map.zoomBy(1.4) },
  { keys: ["-", "_"], shown: "−", word: "zoom_out", act: (_, map) => map.zoomBy(1 / 1.4) },
  { keys: ["0"], shown: "0", word: "whole_map", act: (_, map) => map.goHome() },
  { keys: ["w"], shown: "W", word: "key_up", act: (_, map) => map.panBy(0, 60) },
  { keys: ["s"], shown: "S", word: "key_down", act: (_, map) => map.panBy(0, -60) },
  { keys: ["a"], shown: "A", word: "key_left", act: (_, map) => map.panBy(60, 0) },
  { keys: ["d"], shown: "D", word: "key_right", act: (_, map) => map.panBy(-60, 0) },
  { keys: ["l"], shown: "L", word: "layer", act: nextLayer },
  { keys: ["f"], shown: "F", word: "follow", act: (show) => (show.follow = show.followable && !show.follow) },
  { keys: ["t"], shown: "T", word: "tables", act: (show) => (show.tab = show.tab === "tables" ? "log" : "tables") },
  { keys: ["Escape"], shown: "Esc", word: "key_clear", act: (show) => show.clear() },
];

function nextLayer(show: Steering): void {
  const layers = [-1, ...show.page.stage.authorities.flatMap((a, i) => (a.contender ? [i] : []))];
  show.layer = layers[(layers.indexOf(show.layer) + 1) % layers.length] ?? -1;
}

/** Do what a key asks; returns whether it asked for anything. */
export function press(event: KeyboardEvent, show: Steering, map: MapKeys, help: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return false;
  if (event.key === "?" && show.keys) {
    help();
    return true;
  }
  if (!show.keys && event.key !== "Escape") return false;
  // a button in focus keeps its own space bar
  if (event.key === " " && event.target instanceof HTMLElement && event.target.closest("button, summary, label, a")) return false;
  const speed = SPEEDS[Number(event.key) - 1];
  if (speed) show.speed = speed;
  const key = KEYS.find((k) => k.keys.includes(event.key.length === 1 ? event.key.toLowerCase() : event.key));
  key?.act(show, map);
  return key !== undefined;
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("select, textarea, dialog *, input:not([type=checkbox])");
}
