/** Numbers as each language writes them. */

const cache = new Map<string, Intl.NumberFormat>();

function writer(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) cache.set(key, (found = new Intl.NumberFormat(language, options)));
  return found;
}

/** A whole number with the language's thousands mark. */
export const whole = (x: number, language: string): string => writer(language, { maximumFractionDigits: 0 }).format(x);

/** A share as a percentage: whole, but never 0 or 100 where it is not quite so. */
export function percent(share: number, language: string): string {
  const write = writer(language, { style: "percent", maximumFractionDigits: 0 });
  if (share > 0 && share < 0.005) return `< ${write.format(0.01)}`;
  if (share < 1 && share > 0.995) return `> ${write.format(0.99)}`;
  return write.format(share);
}

/** An interval of shares; the sign stands once, as printers do it. */
export function interval(low: number, high: number, language: string): string {
  const bare = (x: number) => writer(language, { maximumFractionDigits: 0 }).format(Math.round(100 * x));
  return `${bare(low)}–${percent(Math.round(100 * high) / 100, language)}`;
}

/** A number of any size, short. */
export const short = (x: number, language: string): string =>
  writer(language, { maximumSignificantDigits: 3 }).format(x);

const ONE = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** A number of the evidence as written (`1e+04..6e+04`), for reading; anything else stays as it is. */
export function value(text: string, language: string): string {
  const parts = text.split("..");
  if (parts.length > 2 || !parts.every((part) => ONE.test(part))) return text;
  return parts.map((part) => writer(language, { maximumSignificantDigits: 6 }).format(Number(part))).join("–");
}
