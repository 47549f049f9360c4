import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findEvidence } from "#db/evidence/record.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { findArchivedCopy } from "#db/pages/archived-copies.ts";
import { findCopy, listCopies } from "#db/pages/copies.ts";
import { findPageRecord, listForecastsOfPage } from "#db/pages/record.ts";
import { listVisits } from "#db/pages/visit-log.ts";
import type { Reader } from "#db/store.ts";
import { isolatedText } from "#domain/unseen.ts";
import { currentName } from "../../_request/actor.ts";
import { formActions } from "../../_request/forms/form-actions.ts";
import { findTyped } from "../../_request/forms/typed-forecast.ts";
import { pageContext } from "../../_request/page-context.ts";
import { decodedPart } from "../../_request/parse/params.ts";
import { ElsewhereSection } from "../../_ui/evidence/elsewhere/elsewhere-section.tsx";
import { EvidenceEntry } from "../../_ui/evidence/evidence-entry.tsx";
import { CorrectEvidenceForm, WithdrawalForm } from "../../_ui/evidence/evidence-form.tsx";
import { FormPage } from "../../_ui/frame/page.tsx";
import { SavedNotice } from "../../_ui/frame/saved-notice.tsx";
import { LookAgainForm } from "../../_ui/pages/look-again-form.tsx";
import { ArchivedCopyLine, PageSection, SHOWN_VISITS } from "../../_ui/pages/page-section.tsx";
import { PassageSection } from "../../_ui/pages/passage-section.tsx";
import { StanceMark } from "../../_ui/text/marks.tsx";
import { LongText, Text } from "../../_ui/text/translated.tsx";
import { routes } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";

const load = cache(async (id: string) => findEvidence((await pageContext()).read, id));

export async function generateMetadata({ params }: PageProps<"/evidence/[id]">): Promise<Metadata> {
  const entry = await load(decodedPart((await params).id));
  return entry === undefined ? {} : { title: isolatedText(entry.title) };
}

/** What is known of the page behind an entry. */
async function readPage(read: Reader, pageId: string) {
  const [page, copies, visits, entries, archived] = await Promise.all([
    findPageRecord(read, pageId),
    listCopies(read, pageId),
    listVisits(read, pageId, { limit: SHOWN_VISITS + 1 }),
    listForecastsOfPage(read, pageId),
    findArchivedCopy(read, pageId),
  ]);
  return page && { page, copies, visits, entries, archived };
}

const textOf = (parameter: string | string[] | undefined) => (typeof parameter === "string" ? parameter : "");

/** One entry of evidence: what it says of its forecast, and what can be done about it. */
export default async function EvidencePage({ params, searchParams }: PageProps<"/evidence/[id]">) {
  const id = decodedPart((await params).id);
  const { find, on, saved, also } = await searchParams;
  const { read, today, language, m, timeZone, fetches } = await pageContext();
  const forms = await formActions();
  const entry = (await load(id)) ?? notFound();
  const forecast = (await findForecast(read, entry.forecast, today)) ?? notFound();
  const criteria = entry.criterion === null ? null : forecast.criteria[entry.criterion];
  const name = await currentName();
  const known = (await readPage(read, entry.pageId)) ?? notFound();
  const marked = entry.passage && (await findCopy(read, entry.passage.copyId));
  const other = await findTyped(read, textOf(on), textOf(find), today);
  const isOpen = entry.withdrawnAt === null && forecast.withdrawal === null;
  return (
    <FormPage m={m}>
      <article>
        <p className="small">
          <a href={routes.forecast(forecast.slug)}>
            <Text of={forecast.claim} language={language} />
          </a>
        </p>
        <h1>
          {m.evidence.heading} <StanceMark stance={entry.stance}>{m.stance[entry.stance]}</StanceMark>
        </h1>
        <SavedNotice saved={saved} also={also} m={m} />
        <ul className="plain">
          <EvidenceEntry
            entry={entry}
            lang={entry.lang === null ? undefined : langUnless(language, entry.lang)}
            language={language}
            m={m}
            timeZone={timeZone}
            fetches={fetches}
          >
            <ArchivedCopyLine archived={known.archived} language={language} m={m} timeZone={timeZone} />
            {criteria !== null && entry.criterion !== null && (
              <p className="small">
                {m.forecast.criterion[entry.criterion]}
                {m.editing.colon}
                <LongText of={criteria} language={language} m={m} />
              </p>
            )}
          </EvidenceEntry>
        </ul>
        <PassageSection
          entry={entry}
          copy={marked ?? undefined}
          action={forms("unmark-passage", id)}
          isOpen={isOpen}
          m={m}
          name={name}
        />
        <PageSection known={known} language={language} m={m} timeZone={timeZone}>
          <LookAgainForm
            action={forms("request-visit", id)}
            isFirst={known.visits.length === 0}
            fetches={fetches}
            shown={isOpen}
            m={m}
          />
        </PageSection>
        <ElsewhereSection
          {...other}
          entry={entry}
          entries={known.entries}
          find={find === undefined ? null : textOf(find)}
          action={forms("log-elsewhere", other.chosen?.slug ?? "", id)}
          isOpen={entry.withdrawnAt === null}
          name={name}
          language={language}
          m={m}
        />
        <CorrectEvidenceForm
          action={forms("correct-evidence", id)}
          preset={entry}
          criteria={forecast.criteria}
          language={language}
          m={m}
          name={name}
          shown={isOpen}
        />
        <WithdrawalForm
          action={forms("withdraw-evidence", id)}
          title={m.evidence.withdrawTitle}
          note={m.evidence.withdrawNote}
          reason={m.evidence.withdrawReason}
          submit={m.evidence.withdrawSubmit}
          shown={isOpen}
          m={m}
          name={name}
        />
      </article>
    </FormPage>
  );
}
