/** The page's types by their plain names, and how the page reads its own data: no network, no eval. */
import type { components } from "./api";

type Parts = components["schemas"];
export type Page = Parts["Page"];
export type Stage = Parts["Stage"];
export type Film = Parts["Film"];
export type Track = Parts["Track"];
export type Happening = Parts["Happening"];
export type Authority = Parts["Authority"];
export type Site = Parts["Site"];
export type Unit = Parts["Unit"];
export type Mark = Parts["Mark"];
export type Ending = Parts["Ending"];
export type Texts = { [language: string]: string };

/** Ids of the elements that hold the data: compressed, or plain where the browser cannot decompress. */
export const PACKED = "page-data-gz";
export const PLAIN = "page-data";
/** What only the player needs of a film, by the film's number: read when it is looked at. */
export const LATER = "page-film-gz-";

/** Undo gzip + base64. */
export async function unpack(base64: string): Promise<string> {
  const letters = atob(base64.trim());
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i); // a callback per letter takes ten times as long
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** Read the page's data out of the document; null where there is none. */
export async function readPage(from: Document = document): Promise<Page | null> {
  const packed = from.getElementById(PACKED)?.textContent;
  const text = packed?.trim() ? await unpack(packed) : from.getElementById(PLAIN)?.textContent;
  return text?.trim() ? (JSON.parse(text) as Page) : null;
}

const coming = new WeakMap<Film, Promise<Film>>();
const whole = new WeakSet<Film>();

/** Is all of a film here? */
export function isWhole(film: Film, index: number, from: Document = document): boolean {
  return whole.has(film) || from.getElementById(LATER + index) === null;
}

/** Add to a film what lies apart in the document; the element is let go. */
export function complete(film: Film, index: number, from: Document = document): Promise<Film> {
  if (isWhole(film, index, from)) return Promise.resolve(film);
  let found = coming.get(film);
  if (!found) coming.set(film, (found = add(film, from.getElementById(LATER + index)!)));
  return found;
}

async function add(film: Film, place: HTMLElement): Promise<Film> {
  Object.assign(film, JSON.parse(await unpack(place.textContent ?? "")));
  whole.add(film);
  place.remove();
  return film;
}

/** Read the films in the idle time of the page, one after the other, so that they are there when asked for. */
export function readAhead(films: Film[]): void {
  const idle = globalThis.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 500));
  const next = (index: number): void => {
    const film = films[index];
    if (film) idle(() => void complete(film, index).then(() => next(index + 1)));
  };
  next(0);
}
