import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { HorizonWords, Words } from "#db/lists/forecast-item.ts";
import { isTurnedRound } from "#domain/forecasts/chosen-direction.ts";
import { isOverruled } from "#domain/forecasts/chosen-window.ts";
import { readHorizon, textLanguage } from "#domain/horizon/read.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { explainHorizon } from "#operations/words/horizon.ts";
import { Day } from "../../_words/day.tsx";
import { Instant } from "../../_words/instant.tsx";
import { routes, withQuery } from "../../_words/routes.ts";
import { windowWords } from "../../_words/window-lines.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { Isolated, Sentence } from "../text/isolated.tsx";
import { LongText, Quote } from "../text/translated.tsx";
import { WindowText } from "./due-text.tsx";

/** Words of the source with our note beside them. */
function WordsWithNote({ of, language, m }: { of: Words; language: Language; m: Messages }) {
  const hasNote = wordingOf(of.note, language) !== null;
  return (
    <>
      {of.words === null ? (
        <span className="small">{m.forecast.noWords}</span>
      ) : (
        <Quote words={of.words} lang={of.lang} m={m} />
      )}
      {hasNote && (
        <div className="small">
          <LongText of={of.note} language={language} m={m} />
        </div>
      )}
    </>
  );
}

/** The words for the time: in quotation marks only where they are quoted. */
function HorizonFact({ of, m, language }: { of: HorizonWords; m: Messages; language: Language }) {
  if (of.words === null) return <span className="small">{m.forecast.noWords}</span>;
  if (of.isQuoted) return <Quote words={of.words} lang={of.lang} m={m} />;
  return (
    <>
      <Isolated lang={langUnless(language, of.lang)}>{of.words}</Isolated>{" "}
      <span className="small">({m.editing.notInQuote})</span>
    </>
  );
}

/** Our note on the window, beside what it is a note on. */
const NoteOn = ({ of, language, m }: { of: Words; language: Language; m: Messages }) =>
  wordingOf(of.note, language) === null ? null : (
    <div className="small">
      <LongText of={of.note} language={language} m={m} />
    </div>
  );

/** From the wording to the due window, and where and how it was said. */
export function WindowFacts({
  forecast,
  language,
  m,
  timeZone,
}: {
  forecast: ForecastDetail;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  const f = m.forecast;
  const { horizon, saidOn, graceBy, reviewOn, section, confidence, attributionNote, tags, source } = forecast;
  const reading =
    horizon.words === null ? null : readHorizon(horizon.words, textLanguage(horizon.lang), saidOn);
  const { recordedAt, negative, quote } = forecast;
  const words = { horizon: horizon.words, quote: quote.words, lang: horizon.lang, saidOn };
  const isTurned = isTurnedRound(negative, words);
  const isOther = isOverruled(reading, forecast);
  const has = (words: Words) => words.words !== null || wordingOf(words.note, language) !== null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{f.due}</h2>
      <dl>
        <dt>{f.words}</dt>
        <dd>
          <HorizonFact of={horizon} m={m} language={language} />
          {!isOther && !isTurned && <NoteOn of={horizon} language={language} m={m} />}
        </dd>
        <dt>{f.countedFrom}</dt>
        <dd>
          <Day on={saidOn} language={language} />
        </dd>
        <dt>{f.window}</dt>
        <dd>
          <WindowText window={forecast} language={language} m={m} />
          {reading !== null && reading.kind !== "none" && (
            <div className="small">{explainHorizon(reading, language, m)}</div>
          )}
          {isOther && (
            <div className="small">
              {m.editing.overruled} {m.editing.wordsSay}
              {m.editing.colon}
              {reading?.kind === "window" ? windowWords(reading.window, language, m) : m.editing.wordsSayNone}
              <NoteOn of={horizon} language={language} m={m} />
            </div>
          )}
          {isTurned && (
            <div className="small">
              {m.editing.turned[negative ? "yes" : "no"]}
              {!isOther && <NoteOn of={horizon} language={language} m={m} />}
            </div>
          )}
        </dd>
        <dt>{m.editing.recorded}</dt>
        <dd>
          {forecast.recordedLate ? (
            <Sentence
              parts={m.editing.recordedLate(
                <Instant at={recordedAt} language={language} timeZone={timeZone} />,
              )}
            />
          ) : (
            <Instant at={recordedAt} language={language} timeZone={timeZone} />
          )}
        </dd>
        {graceBy !== null && (
          <>
            <dt>{f.grace}</dt>
            <dd>
              <Sentence parts={f.graceTo(<Day on={graceBy} language={language} />)} />
            </dd>
          </>
        )}
        {reviewOn !== null && (
          <>
            <dt>{f.reviewDate}</dt>
            <dd>
              <Day on={reviewOn} language={language} />
            </dd>
          </>
        )}
        {has(confidence) && (
          <>
            <dt>{f.confidence}</dt>
            <dd>
              <WordsWithNote of={confidence} language={language} m={m} />
            </dd>
          </>
        )}
        {wordingOf(attributionNote, language) !== null && (
          <>
            <dt>{f.attribution}</dt>
            <dd>
              <LongText of={attributionNote} language={language} m={m} />
            </dd>
          </>
        )}
        {has(section) && (
          <>
            <dt>{f.section}</dt>
            <dd>
              {section.words !== null && <Isolated lang={section.lang}>{section.words}</Isolated>}{" "}
              <span className="small">
                <LongText of={section.note} language={language} m={m} />
              </span>
            </dd>
          </>
        )}
        <dt>{f.source}</dt>
        <dd>
          <a href={routes.source(source.slug)} lang={source.lang}>
            <Isolated>{source.title}</Isolated>
          </a>
        </dd>
        {tags.length > 0 && (
          <>
            <dt>{f.tags}</dt>
            <dd className="tags">
              {tags.map((tag) => (
                <a key={tag} href={withQuery("/forecasts", new URLSearchParams({ tag }))}>
                  <Isolated>{tag}</Isolated>
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
