/** The files of a scenario while they are edited: what is typed, what is saved, what is wrong with it. */
import * as api from "./api";
import type { Document, Problem } from "./types";

const WAIT = 500; // ms of silence before a text is checked

interface Page {
  name: string;
  text: string;
  saved: string;
  digest: string;
}

export class Draft {
  files = $state<Page[]>([]);
  problems = $state<Problem[]>([]);
  own = $state(false);
  /** whether the problems are those of what is typed now */
  state = $state<"checking" | "checked" | "failed">("checking");
  /** grows when a text was changed by other than typing */
  version = $state(0);
  readonly unsaved = $derived(this.files.filter((one) => one.text !== one.saved));

  private timer = 0;
  private round = 0;

  constructor(readonly id: string) {}

  async load(): Promise<void> {
    const found = await api.documents(this.id);
    this.own = found.own;
    this.files = found.files.map(fresh);
    this.version++;
    void this.check();
  }

  file(name: string): Page | undefined {
    return this.files.find((one) => one.name === name);
  }

  type(name: string, text: string): void {
    const file = this.file(name);
    if (!file || file.text === text) return;
    file.text = text;
    this.state = "checking";
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.check(), WAIT);
  }

  async check(): Promise<void> {
    clearTimeout(this.timer);
    const round = ++this.round;
    this.state = "checking";
    try {
      const changed = Object.fromEntries(this.unsaved.map((one) => [one.name, one.text]));
      const found = await api.check(this.id, changed);
      if (round !== this.round) return; // typed on in between
      this.problems = found;
      this.state = "checked";
    } catch {
      if (round === this.round) this.state = "failed";
    }
  }

  /** Save one file. Raises Refused, with status 409 when somebody else saved it in between. */
  async save(name: string): Promise<void> {
    const file = this.file(name);
    if (!file || file.text === file.saved) return;
    const text = file.text;
    const kept = await api.save(this.id, name, text, file.digest);
    file.saved = text;
    file.digest = kept.digest;
  }

  /** Take the file as it is on disk; what was typed is lost. */
  async reread(name: string): Promise<void> {
    const found = (await api.documents(this.id)).files.find((one) => one.name === name);
    const file = this.file(name);
    if (!found || !file) return;
    Object.assign(file, fresh(found));
    this.version++;
    void this.check();
  }

  /** Keep what was typed; the next save takes the place of what is on disk. */
  async insist(name: string): Promise<void> {
    const found = (await api.documents(this.id)).files.find((one) => one.name === name);
    const file = this.file(name);
    if (found && file) file.digest = found.digest;
    await this.save(name);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.round++;
  }
}

const fresh = (one: Document): Page => ({ name: one.name, text: one.text, saved: one.text, digest: one.digest });
