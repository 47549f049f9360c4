import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findSource } from "#db/lists/sources.ts";
import { findDocumentFacts } from "#db/sources/document.ts";
import { isolatedText } from "#domain/unseen.ts";
import { readForecastsOf } from "../../_request/cache/forecast-options.ts";
import { pageContext } from "../../_request/page-context.ts";
import { decodedPart } from "../../_request/parse/params.ts";
import { Page } from "../../_ui/frame/page.tsx";
import { SavedNotice } from "../../_ui/frame/saved-notice.tsx";
import { ForecastsOf } from "../../_ui/lists/forecasts-of.tsx";
import { StandingCounts } from "../../_ui/sources/standing-counts.tsx";
import { CheckHint, OriginalLink, TextLinks } from "../../_ui/sources/text-links.tsx";
import { Isolated, Sentence } from "../../_ui/text/isolated.tsx";
import { LongText } from "../../_ui/text/translated.tsx";
import { Day } from "../../_words/day.tsx";
import { routes, withQuery } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";

const load = cache(async (slug: string) => {
  const { read, today } = await pageContext();
  return findSource(read, slug, today);
});

export async function generateMetadata({ params }: PageProps<"/sources/[slug]">): Promise<Metadata> {
  const source = await load(decodedPart((await params).slug));
  return source === undefined ? {} : { title: isolatedText(source.title) };
}

/** One source: where it is, how what was said in it stands, and what was said. */
export default async function SourcePage({ params, searchParams }: PageProps<"/sources/[slug]">) {
  const { saved, typed } = await searchParams;
  const { read, today, language, m } = await pageContext();
  const source = (await load(decodedPart((await params).slug))) ?? notFound();
  const { slug, title, titleLang, url, publisher, publishedOn, lang, note, standing } = source;
  const forecasts = await readForecastsOf({ source: slug });
  const document = await findDocumentFacts(read, slug);
  return (
    <Page>
      <h1 lang={langUnless(language, titleLang)}>
        <Isolated>{title}</Isolated>
      </h1>
      <p className="small">
        <Isolated>{publisher}</Isolated>
        {publishedOn !== null && (
          <>
            {" · "}
            <Sentence parts={m.sources.published(<Day on={publishedOn} language={language} />)} />
          </>
        )}
        {" · "}
        {m.sources.quotes}
        {m.editing.colon}
        {m.sources.languages[lang]}
        {" · "}
        <OriginalLink url={url} m={m} />
      </p>
      <p>
        <LongText of={note} language={language} m={m} />
      </p>
      <SavedNotice saved={saved} also={undefined} m={m} />
      <CheckHint url={url} isKept={document !== undefined} m={m} />
      <TextLinks slug={slug} isKept={document !== undefined} typed={typed} m={m} />
      <h2>{m.standing.title}</h2>
      <StandingCounts standing={standing} by={{ source: slug }} m={m} />
      <p>
        <a className="button" href={withQuery("/forecasts/new", new URLSearchParams({ source: slug }))}>
          {m.editing.addFrom}
        </a>
      </p>
      <ForecastsOf
        title={m.sources.said}
        by={{ source: slug }}
        page={forecasts}
        total={standing.forecasts}
        today={today}
        language={language}
        m={m}
        none={
          <>
            {m.sources.noForecast} <a href={routes.sourceRead(slug)}>{m.reading.giveText}</a>
          </>
        }
      />
    </Page>
  );
}
