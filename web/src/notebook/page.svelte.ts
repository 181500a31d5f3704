/** What the program sent last, and what the reader asks of it. */
import type { Page } from "../page";
import type { Model } from "./widget";

const NAMES = ["page", "scenarios", "scenario", "seed", "run", "language", "busy", "trouble"] as const;

export class PageOf {
  page = $state.raw<Page | null>(null);
  scenarios = $state.raw<{ [id: string]: string }>({});
  scenario = $state("");
  seed = $state(0);
  run = $state(0);
  language = $state("en");
  busy = $state(false);
  trouble = $state("");

  constructor(private readonly model: Model) {
    this.read();
    for (const name of NAMES) model.on(`change:${name}`, this.read);
  }

  private read = (): void => {
    const text = this.model.get("page") as string;
    this.page = text ? (JSON.parse(text) as Page) : null;
    this.scenarios = this.model.get("scenarios") as { [id: string]: string };
    this.scenario = this.model.get("scenario") as string;
    this.seed = this.model.get("seed") as number;
    this.run = this.model.get("run") as number;
    this.language = this.model.get("language") as string;
    this.busy = this.model.get("busy") as boolean;
    this.trouble = this.model.get("trouble") as string;
  };

  /** Ask the program for another history. */
  ask(scenario: string, seed: number, run: number): void {
    this.model.set("asked", { scenario, seed, run, time: Date.now() });
    this.model.save_changes();
  }

  leave(): void {
    for (const name of NAMES) this.model.off(`change:${name}`, this.read);
  }
}
