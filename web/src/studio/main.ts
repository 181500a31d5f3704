/** The studio: the screens on a live program. */
import { mount } from "svelte";
import "../theme.css";
import "../screens/screens.css";
import "./studio.css";
import { lend } from "../player/afar";
import { isAfar, paintAfar } from "../player/afar-thread";
import * as api from "./lib/api";
import { Desk } from "./lib/desk.svelte";
import Studio from "./Studio.svelte";

const KEPT = "dualpower-language";

/** The language last chosen here, else the browser's own. */
function preferred(): string[] {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    /* a browser that keeps nothing */
  }
  return [kept ?? "", ...navigator.languages.map((code) => code.slice(0, 2))];
}

async function start(): Promise<void> {
  const target = document.getElementById("app");
  if (!target) return;
  lend();
  const words = await api.words();
  const language = preferred().find((code) => words.languages.includes(code)) ?? words.languages[0] ?? "en";
  target.replaceChildren();
  mount(Studio, { target, props: { desk: new Desk(words, language, KEPT) } });
}

// the studio and the thread that paints for it are one script
if (isAfar()) paintAfar();
else void start();
