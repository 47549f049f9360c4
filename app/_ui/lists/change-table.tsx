import { Fragment } from "react";
import type { HistoryEntry } from "#db/change/history.ts";
import { isDay } from "#domain/day.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { writeDay } from "#operations/words/day.ts";
import { wordFor } from "../../_words/link-words.ts";
import { Said } from "../text/isolated.tsx";

type Snapshot = NonNullable<HistoryEntry["after"]>;
type Value = Snapshot[string] | undefined;

function written(field: string, value: Value, language: Language, m: Messages): string {
  if (value === null || value === undefined || value === "") return m.history.nothing;
  if (typeof value === "boolean") return value ? m.history.yes : m.history.no;
  if (typeof value !== "string") return String(value);
  return isDay(value) ? writeDay(value, language) : wordFor(field, value, m);
}

/** A value of a field, or several: each text by itself. */
function Values({ field, value, ...told }: { field: string; value: Value; language: Language; m: Messages }) {
  const { language, m } = told;
  if (!Array.isArray(value)) return <Said m={m}>{written(field, value, language, m)}</Said>;
  if (field === "evidenceIds") return value.length;
  return value.map((one, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what was recorded does not change places
    <Fragment key={place}>
      {place > 0 && ", "}
      <Said m={m}>{String(one)}</Said>
    </Fragment>
  ));
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

/** Whether anything was told of a change. */
export const isTold = ({ before, after }: Pick<Change, "before" | "after">): boolean =>
  Object.keys(after ?? before ?? {}).length > 0;

/** A change field by field, as it was and as it became; nothing where nothing was told. */
export function ChangeTable({ before, after, language, m }: Change) {
  if (!isTold({ before, after })) return null;
  const { history } = m;
  const value = (snapshot: Snapshot | null, field: string) =>
    snapshot !== null && (
      <td className="typed">
        <Values field={field} value={snapshot[field]} language={language} m={m} />
      </td>
    );
  return (
    <div className="scroll">
      <table className="changes">
        <thead>
          <tr>
            <th scope="col">{history.field}</th>
            {before !== null && <th scope="col">{history.before}</th>}
            {after !== null && <th scope="col">{history.after}</th>}
          </tr>
        </thead>
        <tbody>
          {Object.keys(after ?? before ?? {}).map((field) => (
            <tr key={field}>
              <th scope="row">{nameOf(field, m)}</th>
              {value(before, field)}
              {value(after, field)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
