import type { HistoryEntry } from "../../db/history.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { ChangeTable } from "./change-table.tsx";
import { Instant } from "./instant.tsx";
import { routes } from "./routes.ts";
import { langUnless, wordingOf } from "./translated.tsx";

type Value = NonNullable<HistoryEntry["after"]>[string] | undefined;

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
              {action !== "seeded" && (
                <ChangeTable before={before} after={after} language={language} m={m} folded />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
