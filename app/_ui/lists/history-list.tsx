import type { HistoryEntry } from "#db/change/history.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Instant } from "../../_words/instant.tsx";
import { routes } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { Isolated, Name, Said, Sentence } from "../text/isolated.tsx";
import { ChangeTable, isTold } from "./change-table.tsx";

type Value = NonNullable<HistoryEntry["after"]>[string] | undefined;

const countOf = (value: Value): number => (typeof value === "number" ? value : 0);

interface HistoryListProps {
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
  /** Whether each says which forecast it is about. */
  readonly named?: boolean;
}

function Logged({ entry, language, m, timeZone, named }: HistoryListProps & { entry: HistoryEntry }) {
  const { id, at, by, action, forecast, reason, before, after } = entry;
  const claim = !named || forecast === null ? null : wordingOf(forecast.claim, language);
  const title = (after ?? before)?.title;
  return (
    <li className="log" id={`change-${id}`}>
      <div className="small">
        <Instant at={at} language={language} timeZone={timeZone} />
      </div>
      <div>
        <b>{m.history.actions[action]}</b>{" "}
        <span className="small">
          <Sentence parts={m.history.by(<Name by={by} m={m} />)} />
        </span>
        {action === "seeded" && (
          <p>{m.history.seeded(countOf(after?.forecasts), countOf(after?.evidence))}</p>
        )}
        {forecast !== null && claim !== null && (
          <p>
            <a href={routes.forecast(forecast.slug)} lang={langUnless(language, claim.lang)}>
              <Isolated>{claim.text}</Isolated>
            </a>
          </p>
        )}
        {typeof title === "string" && (
          <p className="typed">
            <Isolated>{title}</Isolated>
          </p>
        )}
        {reason !== null && (
          <p className="typed">
            <span className="small">{m.history.reason}:</span> <Said m={m}>{reason}</Said>
          </p>
        )}
        {action !== "seeded" && isTold(entry) && (
          <details className="quiet-details">
            <summary>{m.history.change}</summary>
            <ChangeTable before={before} after={after} language={language} m={m} />
          </details>
        )}
      </div>
    </li>
  );
}

/** Changes, the newest first: when, who, what, why, before and after. */
export const HistoryEntries = ({
  entries,
  named = true,
  ...props
}: HistoryListProps & { entries: readonly HistoryEntry[] }) =>
  entries.map((entry) => <Logged key={entry.id} entry={entry} named={named} {...props} />);
