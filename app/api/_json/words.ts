import type { Words } from "#db/lists/forecast-item.ts";
import type { Translated } from "#domain/vocabulary.ts";

/** Who did something, as everybody sees it: those who gave no name have none. */
export const shownName = (by: string | null): string => by ?? "unnamed";

/** A text of ours in every language, either of which may be null. */
export const translatedJson = (text: Translated) => ({ en: text.en, "zh-Hant": text["zh-Hant"] });

/** Words of the source, with our note on them; no note where it is in no language. */
export const wordsJson = ({ words, lang, note }: Words) => ({
  words,
  lang,
  note: note.en === null && note["zh-Hant"] === null ? null : translatedJson(note),
});

/** A speaker's name: the English one, else the other; the slug for one who has neither. */
export const nameJson = (name: Translated, slug: string): string => name.en ?? name["zh-Hant"] ?? slug;
