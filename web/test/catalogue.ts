/** The words that the tests use: a small catalogue in the form of Page.texts. */
import { Words, type Catalogue } from "../src/words";

const MONTHS = {
  en: "January February March April May June July August September October November December",
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  pl: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
};
const DAYS = {
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  es: "lunes martes miércoles jueves viernes sábado domingo",
  pl: "poniedziałek wtorek środa czwartek piątek sobota niedziela",
  ru: "понедельник вторник среда четверг пятница суббота воскресенье",
};
const FORMS = {
  en: { day: "{weekday} {day} {month} {year}", newday: "{day} {month}", men: { one: "{n} man", other: "{n} men" } },
  es: { day: "{weekday}, {day} de {month} de {year}", newday: "{day} de {month}", men: { one: "{n} hombre", other: "{n} hombres" } },
  pl: { day: "{weekday}, {day} {month} {year}", newday: "{day} {month}", men: { one: "{n} żołnierz", few: "{n} żołnierze", many: "{n} żołnierzy" } },
  ru: { day: "{weekday}, {day} {month} {year} года", newday: "{day} {month}", men: { one: "{n} солдат", few: "{n} солдата", many: "{n} солдат" } },
};

export const TEXTS: Catalogue = Object.fromEntries(
  (["en", "es", "pl", "ru"] as const).map((code) => {
    const { day, newday, men } = FORMS[code];
    const calendar = { months: MONTHS[code].split(" "), weekdays: DAYS[code].split(" "), day, newday };
    return [code, { calendar, plural: { men }, player: code === "en" ? { only: "English alone", live: "{moment}[, {site}]: {sentence}" } : {} }];
  }),
);

export const words = (code: string) => new Words(TEXTS, code);
