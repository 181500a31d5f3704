/** The report: the whole page in one file, read from disk with the network off. */
import { mount } from "svelte";
import "./theme.css";
import "./screens/screens.css";
import { readAhead, readPage } from "./page";
import { lend } from "./player/afar";
import { isAfar, paintAfar } from "./player/afar-thread";
import Shell from "./screens/Shell.svelte";

async function start(): Promise<void> {
  lend();
  const page = await readPage();
  const target = document.getElementById("app");
  if (!page || !target) return;
  const asked = document.documentElement.lang;
  target.replaceChildren();
  mount(Shell, { target, props: { page, language: asked } });
  setTimeout(() => readAhead(page.films), 1500); // the reader comes first
}

// the page and the thread that paints for it are one script
if (isAfar()) paintAfar();
else void start();
