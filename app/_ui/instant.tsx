import type { Language } from "../../domain/vocabulary.ts";

const LOCALES = { en: "en-GB", "zh-Hant": "zh-Hant-TW" } as const satisfies { [L in Language]: string };
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  formats.set(key, format);
  return format;
}

/** An instant, written in the zone that the app counts its days in. */
export function Instant({ at, language, timeZone }: { at: Date; language: Language; timeZone: string }) {
  return (
    <time dateTime={at.toISOString()}>{formatIn(language, timeZone).format(at).replace("Sept", "Sep")}</time>
  );
}
