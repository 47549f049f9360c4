import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listHistory } from "#db/change/history.ts";
import { weigh } from "#db/evidence/weigh.ts";
import { listForecastChanges } from "#db/forecasts/list-changes.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { isolatedText } from "#domain/unseen.ts";
import { currentName } from "../../_request/actor.ts";
import { formActions } from "../../_request/forms/form-actions.ts";
import { pageContext } from "../../_request/page-context.ts";
import { readOddsAsked } from "../../_request/parse/odds.ts";
import { decodedPart, toParams } from "../../_request/parse/params.ts";
import { BalanceSection } from "../../_ui/evidence/balance/balance-section.tsx";
import { OddsSection } from "../../_ui/evidence/balance/odds-section.tsx";
import { LogEvidenceForm, WithdrawalForm } from "../../_ui/evidence/evidence-form.tsx";
import { EvidenceSections } from "../../_ui/evidence/evidence-sections.tsx";
import { ChangeList } from "../../_ui/forecasts/change-list.tsx";
import { CriteriaList } from "../../_ui/forecasts/criteria.tsx";
import { OwnTimeline } from "../../_ui/forecasts/own-timeline.tsx";
import {
  EarlierVerdicts,
  RelatedForecasts,
  ReviewForm,
  ReviewList,
} from "../../_ui/forecasts/record-lists.tsx";
import { WindowFacts } from "../../_ui/forecasts/window-facts.tsx";
import { WithdrawnNotice } from "../../_ui/forecasts/withdrawn-notice.tsx";
import { FormPage } from "../../_ui/frame/page.tsx";
import { SavedNotice } from "../../_ui/frame/saved-notice.tsx";
import { HistoryEntries } from "../../_ui/lists/history-list.tsx";
import { Isolated } from "../../_ui/text/isolated.tsx";
import { Quote, Text } from "../../_ui/text/translated.tsx";
import { Answer } from "../../_ui/verdicts/answer.tsx";
import { Checklist, UnmetPoints } from "../../_ui/verdicts/checklist.tsx";
import { VerdictForm } from "../../_ui/verdicts/verdict-form.tsx";
import { Day } from "../../_words/day.tsx";
import { placeInText, routes } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";

/** A forecast's whole record stands on its page; the history of a very long one goes on at the API. */
const MOST_HISTORY = 200;

const load = cache(async (slug: string) => {
  const { read, today } = await pageContext();
  return findForecast(read, slug, today);
});

export async function generateMetadata({ params }: PageProps<"/forecasts/[slug]">): Promise<Metadata> {
  const { language } = await pageContext();
  const forecast = await load(decodedPart((await params).slug));
  return forecast === undefined
    ? {}
    : { title: isolatedText(wordingOf(forecast.claim, language)?.text ?? forecast.slug) };
}

/** Has it come true? One forecast with everything on record about it. */
export default async function ForecastPage({ params, searchParams }: PageProps<"/forecasts/[slug]">) {
  const slug = decodedPart((await params).slug);
  const query = await searchParams;
  const { saved, entry, also } = query;
  const { read, today, language, m, timeZone, fetches } = await pageContext();
  const forms = await formActions();
  const forecast = (await load(slug)) ?? notFound();
  const name = await currentName();
  const history = await listHistory(read, { forecast: slug, limit: MOST_HISTORY });
  const changes = forecast.revision === 0 ? [] : await listForecastChanges(read, slug);
  const isOpen = forecast.withdrawal === null;
  const { claim, quote, place, speaker, source, saidOn, status, verdict, dueBy } = forecast;
  const wording = wordingOf(claim, language);
  const view = { forecast, language, m, timeZone };
  const weighed = (await weigh(read, slug, today, timeZone)) ?? notFound();
  const told = { entries: new Map(forecast.evidence.map((one) => [one.id, one])), language, m };
  const notice = <SavedNotice saved={saved} also={also} m={m} />;
  return (
    <FormPage m={m}>
      <article>
        <p className="small said-line">
          <a href={routes.speaker(speaker.slug)}>
            <Text of={speaker.name} language={language} />
          </a>{" "}
          {m.forecast.in}{" "}
          <a href={routes.source(source.slug)} lang={langUnless(language, source.lang)}>
            <Isolated>{source.title}</Isolated>
          </a>
          {m.forecast.saidComma}
          <Day on={saidOn} language={language} />
        </p>
        <h1 lang={langUnless(language, wording?.lang ?? language)}>
          <Isolated>{wording?.text ?? slug}</Isolated>
        </h1>
        <p className="lead">
          <Quote words={quote.words} lang={quote.lang} m={m} />
        </p>
        {place !== null && (
          <p className="small">
            <a href={placeInText(source.slug, place.start, slug)}>{m.reading.inText}</a>
          </p>
        )}
        {forecast.negative && <p className="small">{m.forecast.negative}</p>}
        {entry === undefined && notice}
        <WithdrawnNotice {...view} restore={forms("restore-forecast", slug)} name={name} />
        <Answer {...view} today={today}>
          {isOpen && (
            <p className="acts">
              {verdict === null && status !== "upcoming" && (
                <a className="button primary" href={status === "review" ? "#review" : "#give-verdict"}>
                  {status === "review" ? m.queue.review : m.queue.giveVerdict}
                </a>
              )}
              {verdict === null && (
                <a className="button" href="#log-evidence">
                  {m.queue.logEvidence}
                </a>
              )}
              <a className="button" href={routes.forecastEdit(slug)}>
                {m.editing.editShort}
              </a>
            </p>
          )}
          <WithdrawalForm
            action={forms("withdraw-verdict", slug, verdict?.id ?? "")}
            title={m.verdict.withdraw}
            note={m.verdict.withdrawNote}
            reason={m.verdict.withdrawReason}
            submit={m.verdict.withdrawSubmit}
            shown={verdict !== null && isOpen}
            m={m}
            name={name}
          />
        </Answer>
        <OwnTimeline forecast={forecast} today={today} language={language} m={m} />
        <div className="two">
          <WindowFacts {...view} />
          <CriteriaList {...view} />
        </div>
        <ChangeList {...view} changes={changes} />
        <EvidenceSections {...view} fetches={fetches} saved={entry} notice={notice} />
        <BalanceSection forecast={forecast} balance={weighed.balance} today={today} {...told}>
          <OddsSection
            page={routes.forecast(slug)}
            asked={readOddsAsked(toParams(query))}
            confidence={forecast.confidence.words}
            weighed={weighed.entries}
            {...told}
          />
        </BalanceSection>
        {verdict === null && isOpen && <Checklist readiness={weighed.readiness} {...told} />}
        <div className="two no-print">
          <section id="log-evidence" aria-label={m.evidence.title}>
            <LogEvidenceForm
              action={forms("log-evidence", slug)}
              criteria={forecast.criteria}
              reads={fetches}
              language={language}
              m={m}
              name={name}
              shown={isOpen}
            />
          </section>
          <div>
            {dueBy === null && (
              <section id="review" aria-label={m.review.title}>
                <ReviewForm
                  action={forms("set-review", slug)}
                  m={m}
                  name={name}
                  open={status === "review"}
                  shown={verdict === null && isOpen}
                />
              </section>
            )}
            <section id="give-verdict" aria-label={m.verdict.title}>
              <VerdictForm
                {...view}
                today={today}
                unmet={<UnmetPoints readiness={weighed.readiness} {...told} />}
                action={forms("give-verdict", slug)}
                name={name}
                shown={isOpen}
              />
            </section>
          </div>
        </div>
        <ReviewList {...view} />
        <EarlierVerdicts {...view} />
        <RelatedForecasts {...view} />
        <section aria-labelledby="history">
          <h2 id="history">{m.forecast.history}</h2>
          <ol className="plain">
            <HistoryEntries
              entries={history.items}
              language={language}
              m={m}
              timeZone={timeZone}
              named={false}
            />
          </ol>
        </section>
      </article>
    </FormPage>
  );
}
