import { describe, expect, it } from "vitest";
import es from "../../src/dualpower/data/text/es.toml?raw";
import pl from "../../src/dualpower/data/text/pl.toml?raw";
import ru from "../../src/dualpower/data/text/ru.toml?raw";
import { fill, MARKS, number, percent } from "../src/words";
import { words } from "./catalogue";

describe("a template", () => {
  it("fills its slots", () => expect(fill("{a} and {b}", { a: 1, b: "two" })).toBe("1 and two"));
  it("leaves out a part with an empty slot", () => {
    expect(fill("{moment}[, {site}]: {sentence}", { moment: "now", site: "", sentence: "x" })).toBe("now: x");
    expect(fill("a[ {b}][ {c}]", { b: "b", c: null })).toBe("a b");
  });
  it("shows a dash for what is missing outside brackets", () => expect(fill("{a}!")).toBe("—!"));
  it("takes nought for a number and not for nothing", () => expect(fill("[{n} dead]", { n: 0 })).toBe("0 dead"));
  it("keeps brackets without slots", () => expect(fill("a[ b]")).toBe("a b"));
});

describe("words", () => {
  it("choose the plural form of the language", () => {
    expect([1, 2, 5, 12, 21, 22, 80].map((n) => words("ru").count("men", n))).toEqual(
      ["1 солдат", "2 солдата", "5 солдат", "12 солдат", "21 солдат", "22 солдата", "80 солдат"],
    );
    expect([1, 2, 5, 21].map((n) => words("pl").count("men", n))).toEqual(["1 żołnierz", "2 żołnierze", "5 żołnierzy", "21 żołnierzy"]);
    expect(words("es").count("men", 1000000)).toBe("1\u202f000\u202f000 hombres");
  });
  it("fall back on English, then on the key", () => {
    expect(words("pl").t("only")).toBe("English alone");
    expect(words("pl").t("nowhere")).toBe("nowhere");
  });
  it("pick a scenario's text in the language, else in English, else what there is", () => {
    expect(words("ru").pick({ en: "Kremlin", ru: "Кремль" })).toBe("Кремль");
    expect(words("es").pick({ en: "Kremlin" })).toBe("Kremlin");
    expect(words("es").pick({ pl: "Kreml" })).toBe("Kreml");
    expect(words("es").pick(null)).toBe("");
  });
});

describe("numbers", () => {
  it("carry the marks of the language", () => {
    expect(number(12345.6, "en", 1)).toBe("12,345.6");
    expect(number(12345.6, "pl", 1)).toBe("12\u202f345,6");
    expect(percent(0.125, "en")).toBe("13%");
    expect(percent(0.125, "ru", 1)).toBe("12,5\u00a0%");
    expect(percent(0.125, "pl", 1)).toBe("12,5%");
  });
  it("part thousands from five digits on where the language does so", () => {
    expect(["en", "es", "pl", "ru"].map((code) => number(1234, code))).toEqual(["1,234", "1234", "1234", "1234"]);
    expect(number(-98765, "ru")).toBe("-98\u202f765");
  });
  it("carry the marks that the catalogue says", () => {
    for (const [code, text] of Object.entries({ es, pl, ru })) {
      const said = (key: string) => JSON.parse(new RegExp(`^${key} = (.+)$`, "m").exec(text)![1]!) as string | number;
      const { thousands, from, decimal, percent: sign } = MARKS[code]!;
      expect([thousands, from, decimal, `{n}${sign}`]).toEqual([said("thousands"), said("grouped_from"), said("decimal"), said("percent")]);
    }
  });
});
