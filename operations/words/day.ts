import type { Day } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";

const inUtc = { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" } as const;
const WRITTEN = {
  en: new Intl.DateTimeFormat("en-US", inUtc),
  "zh-Hant": new Intl.DateTimeFormat("zh-Hant-TW", { ...inUtc, month: "long" }),
} as const satisfies { [L in Language]: Intl.DateTimeFormat };

const MOST_KNOWN = 20_000;
const KNOWN: { readonly [L in Language]: Map<Day, string> } = { en: new Map(), "zh-Hant": new Map() };

function format(on: Day, language: Language): string {
  const date = new Date(`${on}T00:00:00Z`);
  if (language === "zh-Hant") return WRITTEN[language].format(date);
  const parts = WRITTEN.en.formatToParts(date);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("day")} ${part("month")} ${part("year")}`;
}

/**
 * A calendar day written out.
 *
 * @example writeDay(day("2026-09-10"), "en") // "10 Sep 2026"
 * @example writeDay(day("2026-09-10"), "zh-Hant") // "2026年9月10日"
 */
export function writeDay(on: Day, language: Language): string {
  const known = KNOWN[language].get(on);
  if (known !== undefined) return known;
  const text = format(on, language);
  // The same few thousand days come again and again; whoever asks for all there are gets them written anew.
  if (KNOWN[language].size < MOST_KNOWN) KNOWN[language].set(on, text);
  return text;
}
