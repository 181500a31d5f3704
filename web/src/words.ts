/**
 * Words: every string that a person sees comes through here, from the one catalogue (Page.texts) or from the
 * scenario's own texts. The same rules as the Python side: {slots}, [parts left out when a slot is missing],
 * plural forms by language, English where a language lacks a text.
 */
import type { Texts } from "./page";

export type Slots = { [name: string]: string | number | null | undefined };
type Section = { [key: string]: unknown };
export type Catalogue = { [language: string]: { [section: string]: Section | unknown } };

export const FALLBACK = "en";
const MISSING = "—";
const NBSP = "\u00a0";
const THIN = "\u202f";

/** How a language writes numbers: as [language] of its catalogue says, which a test compares. */
type Marks = { thousands: string; from: number; decimal: string; percent: string };
const COMMA: Marks = { thousands: THIN, from: 5, decimal: ",", percent: `${NBSP}%` };
export const MARKS: { [code: string]: Marks } = {
  en: { thousands: ",", from: 4, decimal: ".", percent: "%" },
  es: COMMA,
  pl: { ...COMMA, percent: "%" },
  ru: COMMA,
};

/** Fill a template; drop every bracketed part that has an empty slot. */
export function fill(template: string, slots: Slots = {}): string {
  const has = (name: string) => slots[name] !== undefined && slots[name] !== null && slots[name] !== "";
  const whole = template.replace(/\[([^[\]]*)\]/g, (_, inner: string) =>
    [...inner.matchAll(/\{(\w+)\}/g)].every((m) => has(m[1]!)) ? inner : "",
  );
  return whole.replace(/\{(\w+)\}/g, (_, name: string) => (has(name) ? String(slots[name]) : MISSING));
}

/** Put a language's marks into a number as English writes it: thousands are parted from so many digits on. */
export function marked(english: string, code: string): string {
  const marks = MARKS[code] ?? COMMA;
  const [whole = "", part] = english.split(".");
  const thousands = whole.replace(/[^0-9]/g, "").length >= marks.from ? marks.thousands : "";
  return whole.replaceAll(",", thousands) + (part ? marks.decimal + part : "");
}

/** A number as English writes it; for whole ones the browser's formatter, slow to wake, is left asleep. */
function english(n: number, digits: number): string {
  if (!digits && Number.isSafeInteger(n)) return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
  return n.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Write a number with so many digits after the decimal mark. */
export function number(n: number, code: string, digits = 0): string {
  return marked(english(n, digits), code);
}

/** Write a share of one as a percentage. */
export function percent(share: number, code: string, digits = 0): string {
  return number(share * 100, code, digits) + (MARKS[code] ?? COMMA).percent;
}

/** A catalogue in one language. */
export class Words {
  private readonly rules: Intl.PluralRules;

  constructor(
    private readonly texts: Catalogue,
    readonly code: string,
  ) {
    this.rules = new Intl.PluralRules(code);
  }

  private find(section: string, key: string): unknown {
    for (const code of [this.code, FALLBACK]) {
      const part = this.texts[code]?.[section] as Section | undefined;
      if (part?.[key] !== undefined) return part[key];
    }
    return undefined;
  }

  /** A text of a section; the key itself where no catalogue has it. */
  word(section: string, key: string, slots: Slots = {}): string {
    const text = this.find(section, key);
    return typeof text === "string" ? fill(text, slots) : key;
  }

  /** A list of words (months, weekdays). */
  list(section: string, key: string): string[] {
    const found = this.find(section, key);
    return Array.isArray(found) ? (found as string[]) : [];
  }

  /** A word of the player. */
  t(key: string, slots: Slots = {}): string {
    return this.word("player", key, slots);
  }

  /** "1 man", "80 men": a number with its noun in the right form. */
  count(what: string, n: number): string {
    const forms = this.find("plural", what) as { [form: string]: string } | undefined;
    if (!forms) return number(n, this.code);
    const form = forms[this.rules.select(Math.abs(n))] ?? forms["other"] ?? forms["many"] ?? "{n}";
    return form.replace("{n}", number(n, this.code));
  }

  /** A scenario's text in this language, else in English, else in whatever there is. */
  pick(texts: Texts | null | undefined): string {
    if (!texts) return "";
    return texts[this.code] ?? texts[FALLBACK] ?? Object.values(texts)[0] ?? "";
  }

  number(n: number, digits = 0): string {
    return number(n, this.code, digits);
  }

  percent(share: number, digits = 0): string {
    return percent(share, this.code, digits);
  }
}
