import type { Route } from "next";
import type { SourceRecord } from "#db/lists/sources.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";
import { Isolated, Sentence } from "../text/isolated.tsx";

/** What text it is, and what is to be found in it. */
export function TextHead({
  source: { slug, title, titleLang },
  forecasts,
  m,
  language,
}: {
  source: SourceRecord;
  forecasts: number;
  m: Messages;
  language: Language;
}) {
  const r = m.reading;
  return (
    <>
      <h1>
        <Sentence
          parts={r.textTitle(
            <a href={routes.source(slug)} lang={langUnless(language, titleLang)}>
              <Isolated>{title}</Isolated>
            </a>,
          )}
        />
      </h1>
      <p className="lead">{r.textLead(forecasts)}</p>
      <p className="small">
        <a href={routes.sourceRead(slug)}>{r.again}</a>
      </p>
    </>
  );
}

/** Says that there is no text to be read, and how there may be one. */
export function NoText({ slug, why, m }: { slug: string; why: "not-kept" | "gone"; m: Messages }) {
  const r = m.reading;
  return (
    <>
      <h1>{r.choose}</h1>
      <p className="lead">{why === "gone" ? r.gone : r.noText}</p>
      <p className="acts">
        <a className="button primary" href={withQuery("/sources/new", new URLSearchParams({ source: slug }))}>
          {r.giveText}
        </a>
      </p>
    </>
  );
}

/** Says that a text cannot be read just now, with the way to ask again. */
export function BusyReading({ again, m }: { again: Route; m: Messages }) {
  return (
    <>
      <h1>{m.reading.choose}</h1>
      <p className="lead">{m.reading.busy}</p>
      <p className="acts">
        <a className="button primary" href={again}>
          {m.unavailable.again}
        </a>
      </p>
    </>
  );
}
