import type { SourceRecord } from "../../../db/lists/sources.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { routes } from "../../_words/routes.ts";
import { langUnless } from "../../_words/translated.tsx";
import { Sentence } from "../text/sentence.tsx";

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
              {title}
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
