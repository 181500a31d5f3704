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
