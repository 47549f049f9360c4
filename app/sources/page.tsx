import type { Metadata } from "next";
import { listSources, type SourceRecord } from "#db/lists/sources.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { cached, staleMsAmong } from "../_request/cache/cached.ts";
import { cutFrom, renderedOnce } from "../_request/cache/slice.ts";
import { pageContext } from "../_request/page-context.ts";
import { Onward } from "../_ui/lists/onward.tsx";
import { standingMarkup } from "../_ui/sources/standing-counts.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { dayMarkup } from "../_words/day.tsx";
import { type Markup, markup } from "../_words/markup.ts";
import { routes } from "../_words/routes.ts";

const listSourcesOnce = cached(listSources, {
  staleMs: (all) => staleMsAmong(all.reduce((sum, { standing }) => sum + standing.forecasts, 0)),
});

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.sources.title };
}

function entry(source: SourceRecord, language: Language, m: Messages): Markup {
  const { slug, title, titleLang, publisher, publishedOn, standing } = source;
  return markup`<li class='entry'><a class='claim' href='${routes.source(slug)}'${
    titleLang !== language && markup` lang='${titleLang}'`
  }>${title}</a><p class='small'>${publisher}${
    publishedOn !== null && [" · ", m.sources.published(dayMarkup(publishedOn, language))]
  }</p>${standingMarkup({ standing, by: { source: slug }, m })}</li>`;
}

/** Where forecasts were said, the newest first. */
export default async function SourcesPage({ searchParams }: PageProps<"/sources">) {
  const { read, today, language, m } = await pageContext();
  const all = await listSourcesOnce(read, today);
  const { shown, next, isFirst } = cutFrom(all, (await searchParams).after);
  const drawn = renderedOnce(
    all,
    `${language} ${shown[0]?.slug}`,
    () => markup`${shown.map((one) => entry(one, language, m))}`,
  );
  return (
    <>
      <h1>{m.sources.title}</h1>
      <p className="lead">{m.sources.lead}</p>
      <p>
        <a className="button" href="/sources/new">
          {m.reading.add}
        </a>
      </p>
      {shown.length === 0 && <p className="empty">{m.sources.empty}</p>}
      <Rendered as="ul" className="plain" of={drawn} />
      <Onward path="/sources" next={next} isFirst={isFirst} m={m} />
    </>
  );
}
