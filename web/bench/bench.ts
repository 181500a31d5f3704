/** The bench: the player with 200 units on the march; measure() counts the frames of some seconds of playing. */
import { mount } from "svelte";
import "../src/theme.css";
import { lend, painted } from "../src/player/afar";
import { isAfar, paintAfar } from "../src/player/afar-thread";
import Player from "../src/player/Player.svelte";
import { synthetic, type Grain } from "./synthetic";

function begin(): void {
  const asked = new URLSearchParams(location.search);
  if (!asked.has("here")) lend();
  const page = synthetic(Number(asked.get("sites") ?? 120), Number(asked.get("units") ?? 200), (asked.get("grain") ?? "city") as Grain);
  mount(Player, { target: document.getElementById("app")!, props: { films: [{ page, film: 0 }], language: "en" } });
  Object.assign(window, { measure });
}

export type Measure = { frames: number; pictures: number; seconds: number; fps: number; worst: number };

/** Frames of the page and pictures of the map in so many seconds, the fewer of the two in one second, and the longest wait in ms. */
async function measure(seconds: number): Promise<Measure> {
  const times: number[] = [];
  const before = painted.count;
  await new Promise<void>((done) => {
    const count = (time: number) => {
      times.push(time);
      if (time - times[0]! < seconds * 1000) requestAnimationFrame(count);
      else done();
    };
    requestAnimationFrame(count);
  });
  const took = (times.at(-1)! - times[0]!) / 1000;
  const waits = times.slice(1).map((t, i) => t - times[i]!);
  const pictures = painted.count - before;
  return { frames: waits.length, pictures, seconds: took, fps: Math.min(waits.length, pictures) / took, worst: Math.max(...waits) };
}

if (isAfar()) paintAfar();
else begin();
