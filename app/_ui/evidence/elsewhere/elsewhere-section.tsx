import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { PageEntry } from "#db/pages/record.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../../_words/form-state.ts";
import { routes, withQuery } from "../../../_words/routes.ts";
import { PageEntries } from "../../pages/page-entries.tsx";
import { Text } from "../../text/translated.tsx";
import { ElsewhereForm } from "./elsewhere-form.tsx";

interface ElsewhereProps {
  readonly entry: EvidenceRecord;
  /** Where its page is logged. */
  readonly entries: readonly PageEntry[];
  /** What was typed to find another forecast; null before. */
  readonly find: string | null;
  readonly found: readonly ForecastItem[] | null;
  readonly chosen: ForecastDetail | null;
  /** Logs it on the one that was chosen. */
  readonly action: FormAction;
  /** Whether it can be logged on another. */
  readonly isOpen: boolean;
  readonly name: string;
  readonly language: Language;
  readonly m: Messages;
}

/** Where the forecast is looked for. What is found is chosen by a link. */
function Search({ entry, entries, find, found, language, m }: ElsewhereProps) {
  const e = m.elsewhere;
  const path = routes.evidence(entry.id);
  return (
    <>
      <search>
        <form className="form find" action={`${path}#elsewhere`}>
          <div className="field">
            <label htmlFor="elsewhere-find">{e.find}</label>
            <p className="hint" id="elsewhere-hint">
              {e.findHint}
            </p>
            <div className="with-button">
              <input
                id="elsewhere-find"
                type="search"
                dir="auto"
                name="find"
                maxLength={2048}
                defaultValue={find ?? ""}
                aria-describedby="elsewhere-hint"
              />
              <button className="button" type="submit">
                {e.search}
              </button>
            </div>
          </div>
        </form>
      </search>
      {found !== null && found.length === 0 && <p className="empty">{e.none}</p>}
      {found !== null && found.length > 0 && (
        <>
          <h3>{e.choose}</h3>
          <ul className="plain choose-forecast">
            {found.map(({ slug, claim }) => (
              <li key={slug}>
                <a href={withQuery(path, new URLSearchParams({ on: slug }), "elsewhere")}>
                  <Text of={claim} language={language} />
                </a>
                {entries.some((one) => one.slug === slug) && <span className="small"> {e.onIt}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The forecasts that an entry's page is logged on, and what is needed to log it on one more. */
export function ElsewhereSection(asked: ElsewhereProps) {
  const { entry, entries, find, chosen, action, isOpen, name, language, m } = asked;
  const e = m.elsewhere;
  return (
    <section id="elsewhere" className="elsewhere" aria-label={e.title}>
      {entries.length > 1 && (
        <>
          <h2>{e.title}</h2>
          <PageEntries entries={entries} here={entry.id} language={language} m={m} />
        </>
      )}
      {isOpen && (
        <details className="quiet-details" open={chosen !== null || find !== null}>
          <summary>{e.add}</summary>
          <p className="hint">{e.lead}</p>
          {chosen === null ? (
            <Search {...asked} />
          ) : (
            <>
              <ElsewhereForm
                key={chosen.slug}
                action={action}
                entry={entry}
                chosen={chosen}
                there={entries.find(({ slug }) => slug === chosen.slug)}
                name={name}
                language={language}
                m={m}
              />
              <p className="small">
                <a
                  href={withQuery(routes.evidence(entry.id), new URLSearchParams({ find: "" }), "elsewhere")}
                >
                  {e.another}
                </a>
              </p>
            </>
          )}
        </details>
      )}
    </section>
  );
}
