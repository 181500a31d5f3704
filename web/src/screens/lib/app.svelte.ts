/** What every screen shares: the page, the language, the open evidence. Nothing of it outlives the page. */
import { getContext, setContext } from "svelte";
import { Say } from "./say";
import type { Page } from "./types";
import { read, screensOf, type Route, type Screen } from "./route";

const KEY = Symbol("app");

export class App {
  readonly page: Page;
  readonly screens: Screen[];
  language = $state("en");
  route = $state<Route>({ screen: "cite", rest: [] });
  /** Path whose evidence the dialog shows, '' for none. */
  opened = $state("");
  /** True while the whole page is laid out for paper. */
  printing = $state(false);
  /** The words of the language now chosen. */
  readonly say: Say = $derived.by(() => new Say(this.page, this.language));

  constructor(page: Page, language: string) {
    this.page = page;
    this.screens = screensOf(page);
    this.language = page.languages.includes(language) ? language : (page.languages[0] ?? "en");
  }

  follow(hash: string): void {
    this.route = read(hash, this.screens);
  }

  open = (path: string): void => {
    if (this.page.evidence) this.opened = path;
  };
}

export const provide = (app: App): App => setContext(KEY, app);
export const useApp = (): App => getContext<App>(KEY);
