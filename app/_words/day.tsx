import type { Day as CalendarDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import { writeDay } from "#operations/words/day.ts";

/** A calendar day, with the exact ISO day behind it. */
export function Day({ on, language }: { on: CalendarDay; language: Language }) {
  return <time dateTime={on}>{writeDay(on, language)}</time>;
}
