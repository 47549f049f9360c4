import type { HistoryEntry } from "../../db/history.ts";
import { isDay } from "../../domain/day.ts";
import { LANGUAGES, type Language, OUTCOMES, STANCES, STRENGTHS } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { writeDay } from "./day.tsx";

type Snapshot = NonNullable<HistoryEntry["after"]>;
type Value = Snapshot[string] | undefined;

function wordFor(field: string, value: string, m: Messages): string {
  const word = <W extends string>(words: readonly W[], texts: { readonly [K in W]: string }) =>
    words.filter((candidate) => candidate === value).map((candidate) => texts[candidate])[0] ?? value;
  if (field === "outcome") return word(OUTCOMES, m.outcome);
  if (field === "stance") return word(STANCES, m.stance);
  if (field === "strength") return word(STRENGTHS, m.strength);
  return value;
}

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

/** A change field by field, as it was and as it became. */
export function ChangeTable({
  before,
  after,
  language,
  m,
  folded = false,
}: {
  before: Snapshot | null;
  after: Snapshot | null;
  language: Language;
  m: Messages;
  folded?: boolean;
}) {
  const fields = Object.keys(after ?? before ?? {});
  if (fields.length === 0) return null;
  const { history } = m;
  const table = (
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
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{nameOf(field, m)}</th>
              {before !== null && <td className="typed">{written(field, before[field], language, m)}</td>}
              {after !== null && <td className="typed">{written(field, after[field], language, m)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!folded) return table;
  return (
    <details className="quiet-details">
      <summary>{history.change}</summary>
      {table}
    </details>
  );
}
