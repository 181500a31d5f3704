/** Heed a device that asks for less motion: time then moves in steps. Returns how to stop heeding. */
import type { Time } from "./time.svelte";

export function heedMotion(time: Time): () => void {
  const less = window.matchMedia("(prefers-reduced-motion: reduce)");
  const heed = () => (time.still = less.matches);
  heed();
  less.addEventListener("change", heed);
  return () => less.removeEventListener("change", heed);
}
