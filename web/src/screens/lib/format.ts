/** Numbers as each language writes them. */
import * as words from "../../words";

/** A whole number with the language's thousands mark. */
export const whole = (x: number, language: string): string => words.number(x, language);

/** A share as a percentage: whole, but never 0 or 100 where it is not quite so. */
export function percent(share: number, language: string): string {
  if (share > 0 && share < 0.005) return `< ${words.percent(0.01, language)}`;
  if (share < 1 && share > 0.995) return `> ${words.percent(0.99, language)}`;
  return words.percent(share, language);
}

/** An interval of shares; the sign stands once, as printers do it. */
export function interval(low: number, high: number, language: string): string {
  return `${whole(Math.round(100 * low), language)}–${percent(Math.round(100 * high) / 100, language)}`;
}

const figures = (x: number, most: number, language: string): string =>
  words.marked(x.toLocaleString("en-US", { maximumSignificantDigits: most }), language);

/** A number of any size, short. */
export const short = (x: number, language: string): string => figures(x, 3, language);

const ONE = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** A number of the evidence as written (`1e+04..6e+04`), for reading; anything else stays as it is. */
export function value(text: string, language: string): string {
  const parts = text.split("..");
  if (parts.length > 2 || !parts.every((part) => ONE.test(part))) return text;
  return parts.map((part) => figures(Number(part), 6, language)).join("–");
}
