import type { Metadata } from "next";
import { listSources } from "../../db/sources.ts";
import { kept } from "../_edge/kept.ts";
import { pageContext } from "../_edge/page.ts";
import { Day } from "../_ui/day.tsx";
import { routes } from "../_ui/routes.ts";
import { Sentence } from "../_ui/sentence.tsx";
import { StandingCounts } from "../_ui/standing-counts.tsx";
import { langUnless } from "../_ui/translated.tsx";

const listSourcesOnce = kept(listSources);

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.sources.title };
}

/** Where forecasts were said. */
export default async function SourcesPage() {
  const { read, today, language, m } = await pageContext();
  const sources = await listSourcesOnce(read, today);
  return (
    <>
      <h1>{m.sources.title}</h1>
      <p className="lead">{m.sources.lead}</p>
      {sources.length === 0 && <p className="empty">{m.sources.empty}</p>}
      <ul className="plain">
        {sources.map(({ slug, title, titleLang, publisher, publishedOn, standing }) => (
          <li className="entry" key={slug}>
            <a className="claim" href={routes.source(slug)} lang={langUnless(language, titleLang)}>
              {title}
            </a>
            <p className="small">
              {publisher}
              {publishedOn !== null && (
                <>
                  {" · "}
                  <Sentence parts={m.sources.published(<Day on={publishedOn} language={language} />)} />
                </>
              )}
            </p>
            <StandingCounts standing={standing} by={{ source: slug }} m={m} />
          </li>
        ))}
      </ul>
    </>
  );
}
