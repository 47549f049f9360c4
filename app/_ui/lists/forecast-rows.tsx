import { Fragment, type ReactNode } from "react";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { FoundText, Match } from "#db/lists/found.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Excerpt, Span } from "#domain/search/marks.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { routes } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { DueText } from "../forecasts/due-text.tsx";
import { WindowBar } from "../forecasts/window-bar.tsx";
import { Isolate, Seen } from "../text/isolated.tsx";
import { Tally } from "../text/marks.tsx";
import { Quote, Text, Unquoted } from "../text/translated.tsx";

/** A text with some stretches of it marked. */
function Marked({ text, spans, m }: { text: string; spans: readonly Span[]; m: Messages }) {
  const stretch = (start: number, end?: number) => <Seen m={m}>{text.slice(start, end)}</Seen>;
  return (
    <Isolate>
      {spans.map(({ start, end }, place) => (
        <Fragment key={start}>
          {stretch(spans[place - 1]?.end ?? 0, start)}
          <mark>{stretch(start, end)}</mark>
        </Fragment>
      ))}
      {stretch(spans.at(-1)?.end ?? 0)}
    </Isolate>
  );
}

interface FoundProps {
  readonly found: FoundText;
  /** The language of the claim above. */
  readonly shown: Language | undefined;
  readonly language: Language;
  readonly m: Messages;
}

/** A text that has some of the words of a search. */
function Place({ found, shown, language, m }: FoundProps) {
  const { excerpt, title } = found;
  const lang = found.lang === null ? undefined : langUnless(language, found.lang);
  // The claim that heads the row has its marks already.
  const isHeading = found.place === "claim" && found.lang === shown;
  const words = (Tag: "cite" | "q", said: Excerpt | null) => {
    if (isHeading || said === null) return null;
    return (
      <Tag lang={lang}>
        <Marked {...said} m={m} />
      </Tag>
    );
  };
  const [named, quoted] = [words("cite", title), words("q", excerpt)];
  return (
    <li>
      {m.list.places[found.place]}
      {(named ?? quoted) !== null && m.list.placeColon}
      {named}
      {named !== null && quoted !== null && " "}
      {quoted}
    </li>
  );
}

/**
 * Where the words of a search were found: a line for each text that has some of them. @param isToldAbove the passage of
 * the source's text stands with another of its forecasts
 */
function FoundIn({
  match: { texts },
  isToldAbove,
  ...props
}: Omit<FoundProps, "found"> & { match: Match; isToldAbove: boolean }) {
  if (texts.length === 0) return null;
  return (
    <ul className="found-in">
      {texts.map((found) =>
        isToldAbove && found.place === "source-text" ? (
          <li key="same">{props.m.list.sameText}</li>
        ) : (
          <Place key={`${found.place} ${found.lang}`} found={found} {...props} />
        ),
      )}
    </ul>
  );
}

interface RowProps {
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

/** One forecast in the ledger: claim, who said it when and in which words, its window, and what can be done. */
function Row({
  forecast,
  acts,
  match,
  isToldAbove,
  today,
  language,
  m,
}: RowProps & {
  forecast: ForecastItem;
  acts: ReactNode;
  match: Match | undefined;
  isToldAbove: boolean;
}) {
  const { slug, claim, speaker, saidOn, horizon, evidenceCounts } = forecast;
  const wording = wordingOf(claim, language);
  return (
    <li className={acts === undefined ? "row plain-row" : "row"}>
      <div>
        <a
          className="claim"
          href={routes.forecast(slug)}
          lang={wording === null ? undefined : langUnless(language, wording.lang)}
        >
          <Marked
            text={wording?.text ?? slug}
            spans={wording === null ? [] : (match?.claim[wording.lang] ?? [])}
            m={m}
          />
        </a>
        <div className="meta">
          <a href={routes.speaker(speaker.slug)}>
            <Text of={speaker.name} language={language} />
          </a>
          <Day on={saidOn} language={language} />
          {horizon.words !== null &&
            (horizon.isQuoted ? (
              <Quote words={horizon.words} lang={horizon.lang} m={m} />
            ) : (
              <Unquoted words={horizon.words} lang={horizon.lang} note={m.editing.notInQuote} />
            ))}
          <Tally counts={evidenceCounts} m={m} />
        </div>
        {match !== undefined && (
          <FoundIn match={match} isToldAbove={isToldAbove} shown={wording?.lang} language={language} m={m} />
        )}
      </div>
      <div>
        <DueText forecast={forecast} today={today} language={language} m={m} />
        <WindowBar forecast={forecast} today={today} />
      </div>
      {acts !== undefined && <div className="acts">{acts}</div>}
    </li>
  );
}

/**
 * Forecasts in a list, each as a row of its own. A passage of a source's text is shown once, however many of its
 * forecasts are in the list.
 *
 * @param acts what can be done about each, where it stands
 * @param found where a search found each, by its slug
 */
export function ForecastRows({
  items,
  acts,
  found,
  ...props
}: RowProps & {
  items: readonly ForecastItem[];
  acts?: (forecast: ForecastItem) => ReactNode;
  found?: ReadonlyMap<string, Match> | undefined;
}) {
  const shown = new Set<string>();
  return items.map((forecast) => {
    const { slug, source } = forecast;
    const match = found?.get(slug);
    const isToldAbove = shown.has(source.slug);
    if (match?.texts.some(({ place }) => place === "source-text")) shown.add(source.slug);
    return (
      <Row
        key={slug}
        forecast={forecast}
        acts={acts?.(forecast)}
        match={match}
        isToldAbove={isToldAbove}
        {...props}
      />
    );
  });
}
