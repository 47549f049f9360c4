import type { ReactNode } from "react";
import type { CopyRecord } from "#db/pages/copies.ts";
import type { CopyPassage } from "#db/pages/copy-passages.ts";
import type { PageRecord } from "#db/pages/record.ts";
import { type Run, runsOf, type Stretch } from "#domain/sources/transcript.ts";
import { isolatedText } from "#domain/unseen.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { DayOf } from "../../_words/instant.tsx";
import { passageMark, routes } from "../../_words/routes.ts";
import { wordingOf } from "../../_words/wording.ts";
import { Isolate, Isolated, Seen, Sentence } from "../text/isolated.tsx";
import { COPY_TEXT } from "./passage-forms.tsx";

/** What page it is a copy of, and from when. */
export function CopyHead({
  copy: { finalUrl, fetchedAt },
  page,
  language,
  m,
  timeZone,
}: {
  copy: CopyRecord;
  page: PageRecord;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  const c = m.copies;
  const on = <DayOf at={fetchedAt} language={language} timeZone={timeZone} />;
  return (
    <>
      <h1>
        <Sentence parts={c.title(<Isolated key="title">{page.title}</Isolated>)} />
      </h1>
      <p className="lead">
        <Sentence parts={c.lead<ReactNode>(on, <Isolated key="host">{new URL(finalUrl).host}</Isolated>)} />
      </p>
      <p className="small">{c.leadNote}</p>
    </>
  );
}

interface CopyTextProps {
  readonly text: string;
  /** The part of it that is shown. */
  readonly piece: Stretch;
  readonly passages: readonly CopyPassage[];
  /** Of the text, as a language tag. */
  readonly lang: string | undefined;
  readonly m: Messages;
  readonly language: Language;
}

/** A run of marked words: it leads to the first entry that rests on them, and behind it to the others. */
function Marked({ run, of: { text, passages, piece, m, language } }: { run: Run; of: CopyTextProps }) {
  const own = run.quotes.flatMap((place) => passages[place] ?? []);
  const begins = own.filter(({ start }) => Math.max(start, piece.start) === run.start);
  const ends = own.filter(({ end }) => Math.min(end, piece.end) === run.end);
  const titleOf = ({ slug, claim }: CopyPassage) =>
    m.copies.marked(isolatedText(wordingOf(claim, language)?.text ?? slug));
  const [first] = own;
  return (
    <>
      {begins.map(({ evidenceId }) => (
        <span key={evidenceId} id={passageMark(evidenceId)} />
      ))}
      <mark>
        {first !== undefined && (
          <a href={routes.evidence(first.evidenceId)} title={titleOf(first)}>
            <Seen m={m}>{text.slice(run.start, run.end)}</Seen>
          </a>
        )}
      </mark>
      {ends
        .filter((one) => one !== first)
        .map((one) => (
          <sup key={one.evidenceId}>
            <a href={routes.evidence(one.evidenceId)} title={titleOf(one)}>
              {own.indexOf(one) + 1}
              <span className="visually-hidden" lang={language}>
                {" "}
                {m.copies.alsoMarked}
              </span>
            </a>
          </sup>
        ))}
    </>
  );
}

/** A part of the text of a copy, as text and nothing else, with the marked passages in it. */
export function CopyText(shown: CopyTextProps) {
  const { text, piece, passages, lang, m } = shown;
  return (
    <div className="source-text copy-text" id={COPY_TEXT} lang={lang}>
      <Isolate whole>
        {runsOf(piece, passages).map((run) =>
          run.quotes.length === 0 ? (
            <Seen key={run.start} m={m}>
              {text.slice(run.start, run.end)}
            </Seen>
          ) : (
            <Marked key={run.start} run={run} of={shown} />
          ),
        )}
      </Isolate>
    </div>
  );
}
