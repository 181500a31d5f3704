/** The player alone: for a notebook's frame and for other people's pages. */
import { mount } from "svelte";
import "./theme.css";
import { readPage } from "./page";
import { lend } from "./player/afar";
import { isAfar, paintAfar } from "./player/afar-thread";
import Player from "./player/Player.svelte";

async function start(): Promise<void> {
  lend();
  const page = await readPage();
  const target = document.getElementById("app");
  if (!page || !target) return;
  const asked = document.documentElement.lang;
  const language = page.languages.includes(asked) ? asked : (page.languages[0] ?? "en");
  document.documentElement.lang = language;
  document.title = page.stage.title[language] ?? page.stage.title["en"] ?? "";
  mount(Player, { target, props: { films: [{ page, film: 0 }], language } });
}

// the page and the thread that paints for it are one script
if (isAfar()) paintAfar();
else void start();
