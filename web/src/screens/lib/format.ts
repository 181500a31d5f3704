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
  const write = writer(language, { style: 'percent', maximumFractionDigits: 0 });
  if (share > 0 && share < 0.005) return `< ${write.format(0.01)}`;
  if (share < 1 && share > 0.995) return `> ${write.format(0.99)}`;
  return write.format(share);
}

/** An interval of shares; the sign stands once, as printers do it. */
export function interval(low: number, high: number, language: string): string {
  const bare = (x: number) => writer(language, { maximumFractionDigits: 0 }).format(Math.round(100 * x));
  return `${bare(low)}–${percent(Math.round(100 * high) / 100, language)}`;
}

/** A difference of shares in percentage points, with its sign; the minus is a real one. */
export function points(shift: number, language: string): string {
  return writer(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
    .format(Math.round(100 * shift))
    .replace('-', '−');
}

/** A number of any size, short. */
export const short = (x: number, language: string): string =>
  writer(language, { maximumSignificantDigits: 3 }).format(x);
