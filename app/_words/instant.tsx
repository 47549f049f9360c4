import type { Language } from "#domain/vocabulary.ts";

/** What is written of an instant: its day and time, or its day alone. */
type Written = "time" | "day";

const LOCALES = { en: "en-GB", "zh-Hant": "zh-Hant-TW" } as const satisfies { [L in Language]: string };
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(language: Language, timeZone: string, written: Written): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${written}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "medium",
    ...(written === "time" ? { timeStyle: "short" } : {}),
    timeZone,
  });
  formats.set(key, format);
  return format;
}

const write = (at: Date, language: Language, timeZone: string, written: Written = "time") =>
  formatIn(language, timeZone, written).format(at).replace("Sept", "Sep");

/** An instant, written in the zone that the app counts its days in. */
export const Instant = ({ at, language, timeZone }: { at: Date; language: Language; timeZone: string }) => (
  <time dateTime={at.toISOString()}>{write(at, language, timeZone)}</time>
);

/** The day of an instant, for where the time of day is of no interest; it is behind it. */
export const DayOf = ({ at, language, timeZone }: { at: Date; language: Language; timeZone: string }) => (
  <time dateTime={at.toISOString()} title={write(at, language, timeZone)}>
    {write(at, language, timeZone, "day")}
  </time>
);
