/** The player in a live notebook (anywidget): the program sends a page, the reader asks for another history. */
import { mount, unmount } from "svelte";
import "../theme.css";
import { PageOf } from "./page.svelte";
import Live from "./Live.svelte";

/** The part of anywidget's model that is used here. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  on(event: string, told: () => void): void;
  off(event: string, told: () => void): void;
  save_changes(): void;
}

const STYLES = "__STYLES_OF_THE_WIDGET__";

/** Show the widget in a root of its own, so that a notebook's styles and ours leave each other alone. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const root = el.shadowRoot ?? el.attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = STYLES.replaceAll(":root", ":host").replace(/\bbody\s*\{/g, ":host{display:block;");
  const target = document.createElement("div");
  root.replaceChildren(style, target);
  const state = new PageOf(model);
  const shown = mount(Live, { target, props: { state } });
  return () => {
    state.leave();
    void unmount(shown);
  };
}

export default { render };
