import type { HistoryEntry } from "#db/change/history.ts";
import { isDay } from "#domain/day.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { writeDay } from "../../_words/day.tsx";
import { wordFor } from "../../_words/link-words.ts";
import { type Markup, markup } from "../../_words/markup.ts";
import { isolatedMarkup } from "../text/isolated.tsx";
import { Rendered } from "../text/rendered.tsx";

type Snapshot = NonNullable<HistoryEntry["after"]>;
type Value = Snapshot[string] | undefined;

function written(field: string, value: Value, language: Language, m: Messages): string {
  if (value === null || value === undefined || value === "") return m.history.nothing;
  if (Array.isArray(value)) return field === "evidenceIds" ? String(value.length) : value.join(", ");
  if (typeof value === "boolean") return value ? m.history.yes : m.history.no;
  if (typeof value !== "string") return String(value);
  return isDay(value) ? writeDay(value, language) : wordFor(field, value, m);
}

const isNamed = <T extends object>(names: T, field: string): field is string & keyof T =>
  Object.hasOwn(names, field);

/** What a field of the history is called; `claim.en` is the claim, in English. */
function nameOf(field: string, m: Messages): string {
  const { fields } = m.history;
  const [, base = field, lang] = /^(.+)\.(en|zh-Hant)$/.exec(field) ?? [];
  const name = isNamed(fields, base) ? fields[base] : base;
  const language = LANGUAGES.find((one) => one === lang);
  return language === undefined ? name : m.editing.fieldIn(name, m.editing.languages[language]);
}

interface Change {
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
  readonly language: Language;
  readonly m: Messages;
}

/** A change field by field, as it was and as it became; nothing where nothing was told. */
export function changeMarkup({ before, after, language, m }: Change): Markup | null {
  const fields = Object.keys(after ?? before ?? {});
  if (fields.length === 0) return null;
  const { history } = m;
  const head = (words: string) => markup`<th scope='col'>${words}</th>`;
  const value = (snapshot: Snapshot | null, field: string) =>
    snapshot !== null &&
    markup`<td class='typed'>${isolatedMarkup(written(field, snapshot[field], language, m))}</td>`;
  return markup`<div class='scroll'><table class='changes'><thead><tr>${head(history.field)}${
    before !== null && head(history.before)
  }${after !== null && head(history.after)}</tr></thead><tbody>${fields.map(
    (field) =>
      markup`<tr><th scope='row'>${nameOf(field, m)}</th>${value(before, field)}${value(after, field)}</tr>`,
  )}</tbody></table></div>`;
}

export function ChangeTable(change: Change) {
  const drawn = changeMarkup(change);
  return drawn === null ? null : <Rendered as="div" of={drawn} />;
}
