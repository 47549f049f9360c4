import type { ReactNode } from "react";
import type { ArchivedCopy } from "#db/pages/archived-copies.ts";
import type { CopyRecord } from "#db/pages/copies.ts";
import type { PageRecord } from "#db/pages/record.ts";
import type { VisitRecord } from "#db/pages/visit-log.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { DayOf } from "../../_words/instant.tsx";
import { Isolated, Sentence } from "../text/isolated.tsx";
import { CopyTable, VisitTable } from "./page-lists.tsx";

/** The copy of a page that an archive keeps, where one was asked and has it. It leads out. */
export function ArchivedCopyLine({
  archived,
  language,
  m,
  timeZone,
}: {
  archived: ArchivedCopy | null;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  if (archived === null) return null;
  const { url, takenAt } = archived;
  const on = <DayOf key="on" at={takenAt} language={language} timeZone={timeZone} />;
  return (
    <p className="small">
      <a href={url} rel="noopener noreferrer nofollow ugc">
        <Sentence parts={m.copies.archived(<Isolated key="host">{new URL(url).host}</Isolated>, on)} />
      </a>
    </p>
  );
}

/** What is known of the page that an entry rests on. */
export interface PageKnown {
  readonly page: PageRecord;
  readonly copies: readonly CopyRecord[];
  /** The latest ones, one more than are shown where there are more. */
  readonly visits: readonly VisitRecord[];
}

/** As many visits as are shown. */
export const SHOWN_VISITS = 20;

/** The page behind an entry: its copies and the visits to it. */
export function PageSection({
  known: { page, copies, visits },
  language,
  m,
  timeZone,
  children,
}: {
  known: PageKnown;
  language: Language;
  m: Messages;
  timeZone: string;
  /** The form that asks for a visit. */
  children: ReactNode;
}) {
  const c = m.copies;
  const told = { language, m, timeZone };
  return (
    <>
      <section aria-labelledby="copies">
        <h2 id="copies">
          {c.list}
          <span className="count">{copies.length}</span>
        </h2>
        {copies.length === 0 ? <p className="empty">{c.none}</p> : <CopyTable copies={copies} {...told} />}
        {page.sameAsId !== null && <p className="small">{c.sameAs}</p>}
        {children}
      </section>
      <section aria-labelledby="visits">
        <h2 id="visits">{c.visits}</h2>
        {visits.length === 0 && <p className="empty">{c.noVisits}</p>}
        {visits.length > 0 && <VisitTable visits={visits.slice(0, SHOWN_VISITS)} {...told} />}
        {visits.length > SHOWN_VISITS && <p className="small">{c.latestVisits(SHOWN_VISITS)}</p>}
        {page.visited !== null && page.link?.checkedAt && (
          <p className="small">
            <Sentence parts={c.next(<DayOf at={page.visited.dueAt} {...told} />)} />
          </p>
        )}
      </section>
    </>
  );
}
