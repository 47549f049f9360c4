import type { Metadata } from "next";
import { listSources, type SourceRecord } from "#db/lists/sources.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { cached, staleMsAmong } from "../_request/cache/cached.ts";
import { cutFrom, renderedOnce } from "../_request/cache/slice.ts";
import { pageContext } from "../_request/page-context.ts";
import { Page } from "../_ui/frame/page.tsx";
import { Onward } from "../_ui/lists/onward.tsx";
import { StandingCounts } from "../_ui/sources/standing-counts.tsx";
import { Isolated, Sentence } from "../_ui/text/isolated.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { Day } from "../_words/day.tsx";
import { toHtml } from "../_words/html.ts";
import { routes } from "../_words/routes.ts";
import { langUnless } from "../_words/wording.ts";

const listSourcesOnce = cached(listSources, {
  staleMs: (all) => staleMsAmong(all.reduce((sum, { standing }) => sum + standing.forecasts, 0)),
});

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.sources.title };
}

function Entry({ source, language, m }: { source: SourceRecord; language: Language; m: Messages }) {
  const { slug, title, titleLang, publisher, publishedOn, standing } = source;
  return (
    <li className="entry">
      <a className="claim" href={routes.source(slug)} lang={langUnless(language, titleLang)}>
        <Isolated>{title}</Isolated>
      </a>
      <p className="small">
        <Isolated>{publisher}</Isolated>
        {publishedOn !== null && (
          <>
            {" · "}
            <Sentence parts={m.sources.published(<Day on={publishedOn} language={language} />)} />
          </>
        )}
      </p>
      <StandingCounts standing={standing} by={{ source: slug }} m={m} />
    </li>
  );
}

/** Where forecasts were said, the newest first. */
export default async function SourcesPage({ searchParams }: PageProps<"/sources">) {
  const { read, today, language, m } = await pageContext();
  const all = await listSourcesOnce(read, today);
  const { shown, next, isFirst } = cutFrom(all, (await searchParams).after);
  const entries = renderedOnce(all, `${language} ${shown[0]?.slug}`, () =>
    toHtml(shown.map((one) => <Entry key={one.slug} source={one} language={language} m={m} />)),
  );
  return (
    <Page>
      <h1>{m.sources.title}</h1>
      <p className="lead">{m.sources.lead}</p>
      <p>
        <a className="button" href="/sources/new">
          {m.reading.add}
        </a>
      </p>
      {shown.length === 0 && <p className="empty">{m.sources.empty}</p>}
      <Rendered as="ul" className="plain" of={entries} />
      <Onward path="/sources" next={next} isFirst={isFirst} m={m} />
    </Page>
  );
}
