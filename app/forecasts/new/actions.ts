"use server";

import { readTypedWords } from "../../_request/forms/typed-words.ts";
import { currentLanguage, messagesIn } from "../../_request/page-context.ts";
import type { Typed } from "../../_ui/forecasts/editing/window-preview.tsx";
import type { FieldNote } from "../../_words/form-state.ts";

/** What the words for the time give, while they are typed. */
export async function readWordsAction(typed: Typed): Promise<FieldNote> {
  const language = await currentLanguage();
  return readTypedWords(typed, messagesIn(language), language);
}
