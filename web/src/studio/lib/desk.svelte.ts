/** What every screen of the studio shares: words, the language, where one is, what is said aloud. */
import { getContext, setContext } from "svelte";
import { Words, type Catalogue, type Slots } from "../../words";
import type { Texts } from "../../page";
import { Refused } from "./api";
import { read, type Place } from "./route";
import type { Words as Texts4 } from "./types";

const KEY = Symbol("desk");

export class Desk {
  readonly languages: string[];
  language = $state("en");
  place = $state<Place>({ screen: "scenarios" });
  /** the last thing done, said to whoever cannot see it */
  said = $state("");
  /** asks whether what is not saved may be lost; null where nothing can be */
  leaving: (() => boolean) | null = null;
  readonly words: Words = $derived.by(() => new Words(this.texts as Catalogue, this.language));

  private readonly texts: Texts4["texts"];

  constructor(
    words: Texts4,
    language: string,
    private readonly kept: string,
  ) {
    this.languages = words.languages;
    this.texts = words.texts;
    this.language = language;
    if (new URLSearchParams(location.search).has("token")) history.replaceState(null, "", location.pathname);
    this.follow();
  }

  /** A word of the studio. */
  w = (key: string, slots: Slots = {}): string => this.words.word("studio", key, slots);
  text = (texts: Texts | null | undefined): string => this.words.pick(texts);
  /** The language that a text is in where it is not the reader's. */
  tongue = (texts: Texts): string | undefined => (this.language in texts ? undefined : "en");

  choose(language: string): void {
    this.language = language;
    try {
      localStorage.setItem(this.kept, language);
    } catch {
      /* a browser that keeps nothing */
    }
  }

  follow(): void {
    this.place = read(location.pathname, location.search);
  }

  /** Go to another screen, unless something unsaved is to stay. */
  go(address: string, replace = false): void {
    if (this.leaving && !this.leaving()) return;
    this.leaving = null;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.follow();
  }

  /** The heading of a problem by its code, in the reader's language; "" where there is none. */
  heading = (code: string): string => {
    const said = this.words.word("problems", code);
    return said === code ? "" : said[0]!.toLocaleUpperCase(this.language) + said.slice(1);
  };

  /** Why something was refused: its heading, then what the program says of it; English where it has no other words. */
  why(error: unknown): string {
    if (error instanceof Refused) {
      if (error.status === 0) return this.w("no_answer");
      const { code, messages, hints } = error.trouble;
      const head = this.language === "en" ? "" : this.heading(code);
      const [said, cure] = [this.text(messages), this.text(hints)];
      const detail = cure ? `${said}: ${cure}` : said;
      return head ? `${head} (${detail})` : detail;
    }
    return String(error);
  }

  /** "22 November 2026, 05:31" of the clock of this machine */
  clock(iso: string): string {
    return new Date(iso).toLocaleString(this.language, { dateStyle: "medium", timeStyle: "short" });
  }
}

export const provideDesk = (desk: Desk): Desk => setContext(KEY, desk);
export const useDesk = (): Desk => getContext<Desk>(KEY);
