import type { SourceRecord } from "#db/lists/sources.ts";
import type { Day } from "#domain/day.ts";
import type { Extraction } from "#domain/sources/extraction.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";
import { Isolated } from "../text/isolated.tsx";
import { CheckHint } from "./text-links.tsx";

/** What was read, what was found in it, and from which day time is counted. */
export function ReadingHead({
  asked: { typed },
  reading: { source, saidOn, isKept, extraction },
  m,
  language,
}: {
  asked: { readonly typed: string };
  reading: {
    readonly source: SourceRecord;
    readonly saidOn: Day;
    readonly isKept: boolean;
    readonly extraction: Extraction;
  };
  m: Messages;
  language: Language;
}) {
  const r = m.reading;
  const { candidates } = extraction;
  const strong = candidates.filter(({ strength }) => strength === "strong").length;
  const { slug, title, titleLang, url } = source;
  return (
    <>
      <p className="small">
        <a href={routes.source(slug)} lang={langUnless(language, titleLang)}>
          <Isolated>{title}</Isolated>
        </a>
        {isKept && (
          <>
            {" · "}
            <a href={routes.sourceText(slug)}>{r.read}</a>
          </>
        )}
      </p>
      <h1>{r.choose}</h1>
      <p className="lead">{candidates.length === 0 ? r.none : r.found(strong, candidates.length - strong)}</p>
      {!isKept && <p className="small">{r.notKept}</p>}
      <CheckHint url={url} isKept={isKept} m={m} />
      <form className="found-day" action={routes.sourceRead(slug)} method="get">
        {typed !== "" && <input type="hidden" name="typed" value={typed} />}
        <label htmlFor="count-from">{r.countedFrom}</label>
        <input id="count-from" type="date" name="saidOn" defaultValue={saidOn} />
        <button className="button" type="submit">
          {r.recount}
        </button>
      </form>
      {candidates.length === 0 && (
        <p>
          <a
            className="button primary"
            href={withQuery("/forecasts/new", new URLSearchParams({ source: slug }))}
          >
            {r.byHand}
          </a>
        </p>
      )}
    </>
  );
}
