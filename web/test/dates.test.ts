import { describe, expect, it } from "vitest";
import { Calendar } from "../src/dates";
import { words } from "./catalogue";

const moscow = new Calendar({ calendar: "julian", start: "1917-10-25 12:00", julian_days: 13 });
const en = words("en");

describe("the two calendars", () => {
  it("begins where the stage begins", () => {
    expect(moscow.clock(0)).toBe("12:00");
    expect(moscow.long(0, en)).toBe("Wednesday 25 October 1917");
    expect(moscow.other(0, en)).toBe("7 November");
  });

  it("turns the day at midnight, not after 24 hours", () => {
    expect(moscow.moment(719, en)).toBe("25 October 23:59");
    expect(moscow.moment(720, en)).toBe("26 October 00:00");
    expect(moscow.dayIndex(720)).toBe(1);
    expect(moscow.dayStart(1)).toBe(720);
  });

  it("passes from month to month in each calendar by its own rule", () => {
    expect(moscow.short(7 * 1440, en)).toBe("1 November");
    expect(moscow.other(7 * 1440, en)).toBe("14 November");
  });

  it("follows a reform of the calendar", () => {
    const russia = new Calendar({ calendar: "julian", start: "1917-10-25 00:00", julian_days: 13, reform: "1918-02-14" });
    const last = 98 * 1440;
    expect([russia.short(last, en), russia.other(last, en)]).toEqual(["31 January", "13 February"]);
    expect([russia.short(last + 1440, en), russia.other(last + 1440, en)]).toEqual(["14 February", ""]);
    expect(russia.long(last + 1440, en)).toBe("Thursday 14 February 1918");
    expect([russia.isNew(0), moscow.isNew(200 * 1440)]).toEqual([false, false]);
  });

  it("keeps the Julian 29 February that the Gregorian lacks", () => {
    const old = new Calendar({ calendar: "julian", start: "1900-02-28 00:00", julian_days: 12 });
    expect(old.date(1440)).toEqual({ year: 1900, month: 2, day: 29 });
    expect(old.newDate(1440)).toEqual({ year: 1900, month: 3, day: 13 });
    expect(old.newDate(2880)).toEqual({ year: 1900, month: 3, day: 14 });
  });

  it("shows one date only where there is one calendar", () => {
    const new_ = new Calendar({ calendar: "gregorian", start: "1991-08-19 06:00", julian_days: 0 });
    expect(new_.other(0, en)).toBe("");
    expect(new_.long(0, en)).toBe("Monday 19 August 1991");
  });

  it("speaks four languages", () => {
    expect(moscow.long(0, words("ru"))).toBe("среда, 25 октября 1917 года");
    expect(moscow.long(0, words("pl"))).toBe("środa, 25 października 1917");
    expect(moscow.long(0, words("es"))).toBe("miércoles, 25 de octubre de 1917");
  });

  it("agrees with the machine's own Gregorian calendar day by day for four centuries", () => {
    const long = new Calendar({ calendar: "gregorian", start: "1699-01-01 00:00", julian_days: 0 });
    for (let day = 0; day < 400 * 366; day += 37) {
      const told = new Date(Date.UTC(1699, 0, 1 + day));
      expect(long.date(day * 1440)).toEqual({ year: told.getUTCFullYear(), month: told.getUTCMonth() + 1, day: told.getUTCDate() });
    }
  });
});
