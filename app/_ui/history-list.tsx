import type { HistoryEntry } from "../../db/history.ts";
import { isDay } from "../../domain/day.ts";
import { type Language, OUTCOMES, STANCES, STRENGTHS } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { writeDay } from "./day.tsx";
import { Instant } from "./instant.tsx";
import { routes } from "./routes.ts";
import { langUnless, wordingOf } from "./translated.tsx";

type Value = NonNullable<HistoryEntry["after"]>[string] | undefined;

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
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === "boolean") return value ? m.history.yes : m.history.no;
  if (typeof value !== "string") return String(value);
  return isDay(value) ? writeDay(value, language) : wordFor(field, value, m);
}

const isNamed = <T extends object>(names: T, field: string): field is string & keyof T =>
  Object.hasOwn(names, field);

function Changes({ entry, language, m }: { entry: HistoryEntry; language: Language; m: Messages }) {
  const { before, after } = entry;
  const fields = Object.keys(after ?? before ?? {});
  if (fields.length === 0) return null;
  const { history } = m;
  return (
    <details className="quiet-details">
      <summary>{history.change}</summary>
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
                <th scope="row">{isNamed(history.fields, field) ? history.fields[field] : field}</th>
                {before !== null && <td className="typed">{written(field, before[field], language, m)}</td>}
                {after !== null && <td className="typed">{written(field, after[field], language, m)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const countOf = (value: Value): number => (typeof value === "number" ? value : 0);

/** Changes, the newest first: when, who, what, why, before and after. */
export function HistoryList({
  entries,
  language,
  m,
  timeZone,
  named = true,
}: {
  entries: readonly HistoryEntry[];
  language: Language;
  m: Messages;
  timeZone: string;
  /** Whether each says which forecast it is about. */
  named?: boolean;
}) {
  return (
    <ol className="plain">
      {entries.map((entry) => {
        const { id, at, by, action, forecast, reason, before, after } = entry;
        const claim = forecast === null ? null : wordingOf(forecast.claim, language);
        return (
          <li className="log" key={id} id={`change-${id}`}>
            <div className="small">
              <Instant at={at} language={language} timeZone={timeZone} />
            </div>
            <div>
              <b>{m.history.actions[action]}</b>{" "}
              <span className="small">{m.history.by(by ?? m.form.unnamed)}</span>
              {action === "seeded" && (
                <p>{m.history.seeded(countOf(after?.forecasts), countOf(after?.evidence))}</p>
              )}
              {named && forecast !== null && claim !== null && (
                <p>
                  <a href={routes.forecast(forecast.slug)} lang={langUnless(language, claim.lang)}>
                    {claim.text}
                  </a>
                </p>
              )}
              {typeof (after ?? before)?.title === "string" && (
                <p className="typed">{(after ?? before)?.title}</p>
              )}
              {reason !== null && (
                <p className="typed">
                  <span className="small">{m.history.reason}:</span> {reason}
                </p>
              )}
              {action !== "seeded" && <Changes entry={entry} language={language} m={m} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
