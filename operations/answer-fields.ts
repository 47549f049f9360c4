import { z } from "zod";
import type { Words } from "#db/lists/forecast-item.ts";
import { LANGUAGES, type Translated } from "#domain/vocabulary.ts";

// What answers are made of: each takes what a record has, and gives it as JSON. What a record holds was checked when it
// was stored, so a format is published here and not looked at again.

/** A moment: `2026-11-23T08:00:00.000Z`. */
export const instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.string().meta({ format: "date-time" }));

/** A calendar day. */
export const calendarDay = z.string().meta({ format: "date" });

export const textOrNull = z.string().nullable();
export const dayOrNull = calendarDay.nullable();
export const instantOrNull = instant.nullable();
export const language = z.enum(LANGUAGES);

/** Who did something, as everybody sees it: those who gave no name have none. */
export const shownName = z
  .string()
  .nullable()
  .transform((by) => by ?? "unnamed")
  .pipe(z.string());

/** A list that a record has; nobody changes it. */
export const listOf = <Entry extends z.ZodType>(
  entry: Entry,
): z.ZodType<readonly z.output<Entry>[], readonly z.input<Entry>[]> => z.array(entry);

/** One page of a list, and the cursor to go on from; a list that is whole has none. */
export const pageOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({ items: listOf(entry), nextCursor: textOrNull });

/** An answer whose fields are called or placed otherwise than those of the record. */
export const shaped = <Given, Schema extends z.ZodType>(
  reshape: (given: Given) => z.input<Schema>,
  schema: Schema,
) => z.preprocess((given: Given) => reshape(given), schema);

/** A text of ours in every language, either of which may be null. */
export const translated = z.object({ en: textOrNull, "zh-Hant": textOrNull });

const hasText = (text: Translated) => text.en !== null || text["zh-Hant"] !== null;

/** Words of the source, with our note on them; no note where it is in no language. */
export const words = z.object({
  words: textOrNull,
  lang: language,
  note: shaped((note: Words["note"]) => (hasText(note) ? note : null), translated.nullable()),
});

/** A speaker's name: the English one, else the other; the slug for one who has neither. */
export const nameOf = ({ name, slug }: { readonly name: Translated; readonly slug: string }): string =>
  name.en ?? name["zh-Hant"] ?? slug;
