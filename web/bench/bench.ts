/** The bench: the player with 200 units on the march; measure() counts the frames of some seconds of playing. */
import { mount } from "svelte";
import "../src/theme.css";
import Player from "../src/player/Player.svelte";
import { synthetic, type Grain } from "./synthetic";

const asked = new URLSearchParams(location.search);
const page = synthetic(Number(asked.get("sites") ?? 120), Number(asked.get("units") ?? 200), (asked.get("grain") ?? "city") as Grain);
mount(Player, { target: document.getElementById("app")!, props: { page, film: 0, language: "en" } });

export type Measure = { frames: number; seconds: number; fps: number; worst: number };

/** Frames in so many seconds, and the longest wait between two of them in milliseconds. */
async function measure(seconds: number): Promise<Measure> {
  const times: number[] = [];
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
  return { frames: waits.length, seconds: took, fps: waits.length / took, worst: Math.max(...waits) };
}

Object.assign(window, { measure });
