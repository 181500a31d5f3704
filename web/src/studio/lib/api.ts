/** The program's answers. Every refusal comes as words and a cure. */
import type {
  Comparison,
  Document,
  Documents,
  Experiment,
  Film,
  Films,
  Health,
  NewExperiment,
  Page,
  Problem,
  ScenarioEntry,
  Sheet,
  Trouble,
  Words,
} from "./types";

/** A request that was refused, or never arrived (status 0). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly trouble: Trouble,
  ) {
    super(trouble.message);
  }
}

/** A refusal that the program gave no words for. */
const nothing = (message: string): Trouble => ({ code: "", message, hint: "", messages: { en: message }, hints: {}, problems: [] });

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const how: RequestInit = { method };
  if (body !== undefined) {
    how.body = JSON.stringify(body);
    how.headers = { "content-type": "application/json" };
  }
  let response: Response;
  try {
    response = await fetch(`/api${path}`, how);
  } catch {
    throw new Refused(0, nothing(""));
  }
  if (response.status === 204) return undefined as T;
  if (!response.ok) {
    const empty = nothing(`HTTP ${response.status}`);
    throw new Refused(response.status, ((await response.json().catch(() => empty)) as Trouble) ?? empty);
  }
  return (await response.json()) as T;
}

const part = encodeURIComponent;

export const words = () => ask<Words>("GET", "/words");
export const health = () => ask<Health>("GET", "/health");

export const scenarios = async () => (await ask<{ scenarios: ScenarioEntry[] }>("GET", "/scenarios")).scenarios;
export const copy = (id: string, of: string | null) => ask<ScenarioEntry>("POST", "/scenarios", { id, of });
export const removeScenario = (id: string) => ask<void>("DELETE", `/scenarios/${part(id)}`);
export const documents = (id: string) => ask<Documents>("GET", `/scenarios/${part(id)}`);
export const sheets = async (id: string) =>
  (await ask<{ sheets: Sheet[] }>("GET", `/scenarios/${part(id)}/sheets`)).sheets;
export const check = async (id: string, files: { [name: string]: string }) =>
  (await ask<{ problems: Problem[] }>("POST", `/scenarios/${part(id)}/check`, { files })).problems;
export const save = (id: string, name: string, text: string, digest: string) =>
  ask<Document>("PUT", `/scenarios/${part(id)}/files/${part(name)}`, { text, digest });
export const page = (id: string) => ask<Page>("GET", `/scenarios/${part(id)}/page`);

export interface Wanted {
  run: number;
  seed: number;
  variant: string;
  decisions: NewExperiment["decisions"];
}
export const film = (id: string, { run, seed, variant, decisions }: Wanted) =>
  ask<Film>(
    "GET",
    `/scenarios/${part(id)}/films/${run}?seed=${seed}&variant=${part(variant)}&decisions=${part(decisions ?? "drawn")}`,
  );

export const experiments = async () =>
  (await ask<{ experiments: Experiment[] }>("GET", "/experiments")).experiments;
export const experiment = (id: string) => ask<Experiment>("GET", `/experiments/${part(id)}`);
export const begin = (asked: NewExperiment) => ask<Experiment>("POST", "/experiments", asked);
export const cancel = (id: string) => ask<Experiment>("POST", `/experiments/${part(id)}/cancel`);
export const resume = (id: string) => ask<Experiment>("POST", `/experiments/${part(id)}/resume`);
export const removeExperiment = (id: string) => ask<void>("DELETE", `/experiments/${part(id)}`);
export const found = (id: string) => ask<Page>("GET", `/experiments/${part(id)}/ensemble`);
export const films = (id: string) => ask<Films>("GET", `/experiments/${part(id)}/films`);
export const filmOf = (id: string, run: number) => ask<Film>("GET", `/experiments/${part(id)}/films/${run}`);
export const compare = (first: string, second: string) =>
  ask<Comparison>("GET", `/experiments/compare?first=${part(first)}&second=${part(second)}`);

export const TABLES = ["outcomes.csv", "runs.csv", "series.csv", "runs.parquet", "manifest.json", "scenario.json"];
export const download = (id: string, table: string) => `/api/experiments/${part(id)}/download/${table}`;

export const isGoing = (one: Experiment) => one.state === "queued" || one.state === "running";

const AGAIN = 2_000; // ms until a lost connection is tried again

/** Hear of an experiment whenever it changes, until it is done or gone. Returns how to stop listening. */
export function watch(id: string, changed: (experiment: Experiment | null) => void): () => void {
  let source: EventSource | null = null;
  let later = 0;
  const stop = () => {
    source?.close();
    source = null;
    clearTimeout(later);
  };
  const listen = () => {
    source = new EventSource(`/api/experiments/${part(id)}/progress`);
    source.addEventListener("experiment", (event) => {
      const experiment = JSON.parse((event as MessageEvent<string>).data) as Experiment;
      if (!isGoing(experiment)) stop();
      changed(experiment);
    });
    source.addEventListener("gone", () => {
      stop();
      changed(null);
    });
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return; // it tries again by itself
      stop();
      later = window.setTimeout(listen, AGAIN);
    };
  };
  listen();
  return stop;
}
