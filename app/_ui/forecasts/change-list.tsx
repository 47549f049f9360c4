import type { ForecastRevision } from "#db/forecasts/list-changes.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Instant } from "../../_words/instant.tsx";
import { ChangeTable } from "../lists/change-table.tsx";
import { Name, Said, Sentence } from "../text/isolated.tsx";

/** What a forecast is held to, as it was and as it became: shown for as long as the forecast is. */
export function ChangeList({
  changes,
  language,
  m,
  timeZone,
}: {
  changes: readonly ForecastRevision[];
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{m.editing.changes}</h2>
      <ol className="plain">
        {changes.map(({ id, at, by, reason, before, after }) => (
          <li className="entry" key={id}>
            <p>
              <b>
                <Sentence
                  parts={m.editing.changed(
                    <Instant at={at} language={language} timeZone={timeZone} />,
                    <Name by={by} m={m} />,
                  )}
                />
              </b>{" "}
              <span className="typed">
                {reason === null ? (
                  m.editing.withoutReason
                ) : (
                  <Sentence
                    parts={m.editing.because(
                      <Said key="reason" m={m}>
                        {reason}
                      </Said>,
                    )}
                  />
                )}
              </span>
            </p>
            <ChangeTable before={before} after={after} language={language} m={m} />
          </li>
        ))}
      </ol>
    </section>
  );
}
