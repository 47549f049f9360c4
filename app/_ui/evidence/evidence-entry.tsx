import type { ReactNode } from "react";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Language, Strength } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { Instant } from "../../_words/instant.tsx";
import { LinkLine } from "../pages/link-line.tsx";
import { Isolated, Name, Said, Sentence } from "../text/isolated.tsx";

const PIPS: { readonly [S in Strength]: string } = { weak: "●○○", moderate: "●●○", strong: "●●●" };

/** One entry of evidence. What a person typed is shown as text; the link leads out and is named by its host. */
export function EvidenceEntry({
  entry,
  lang,
  language,
  m,
  timeZone,
  fetches,
  notice,
  children,
}: {
  entry: EvidenceRecord;
  lang?: Language;
  language: Language;
  m: Messages;
  timeZone: string;
  /** Whether pages are fetched here. */
  fetches: boolean;
  notice?: ReactNode;
  children?: ReactNode;
}) {
  const { id, url, title, publisher, publishedOn, strength, summary, recordedAt, withdrawnAt } = entry;
  const { author, kind, criterion, archiveUrl } = entry;
  const at = (instant: Date) => <Instant at={instant} language={language} timeZone={timeZone} />;
  const name = (by: string | null) => <Name by={by} m={m} />;
  return (
    <li className={withdrawnAt === null ? "entry" : "entry ended"} id={`evidence-${id}`}>
      {notice}
      <a href={url} rel="noopener noreferrer nofollow ugc" lang={lang}>
        <Isolated>{title}</Isolated>
      </a>
      <p className="typed">
        <Said lang={lang} m={m}>
          {summary}
        </Said>
      </p>
      <div className="meta">
        <span>
          <span className="pips" aria-hidden="true">
            {PIPS[strength]}
          </span>{" "}
          {m.strength[strength]}
        </span>
        {kind !== null && <span>{m.sourceKind[kind]}</span>}
        {criterion !== null && <span>{m.evidence.speaksTo(m.forecast.criterion[criterion])}</span>}
        <Isolated lang={lang}>{publisher}</Isolated>
        {author !== null && (
          <span>
            <Sentence
              parts={m.evidence.writtenBy(
                <Isolated key="author" lang={lang}>
                  {author}
                </Isolated>,
              )}
            />
          </span>
        )}
        <Isolated>{new URL(url).host}</Isolated>
        {publishedOn === null ? (
          <span>{m.evidence.noDate}</span>
        ) : (
          <Day on={publishedOn} language={language} />
        )}
        {archiveUrl !== null && (
          <a href={archiveUrl} rel="noopener noreferrer nofollow ugc">
            <Sentence
              parts={m.evidence.archived(<Isolated key="host">{new URL(archiveUrl).host}</Isolated>)}
            />
          </a>
        )}
        <span>
          <Sentence parts={m.evidence.loggedBy(name(entry.by), at(recordedAt))} />
        </span>
      </div>
      <LinkLine link={entry.link} fetches={fetches} language={language} m={m} timeZone={timeZone} />
      {withdrawnAt !== null && (
        <p className="typed">
          <b>
            <Sentence parts={m.evidence.withdrawn(name(entry.withdrawnBy), at(withdrawnAt))} />
          </b>
          {": "}
          <Said m={m}>{entry.withdrawalReason ?? ""}</Said>
        </p>
      )}
      {children}
    </li>
  );
}
