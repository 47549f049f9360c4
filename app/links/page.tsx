import type { Metadata } from "next";
import { countTroubledLinks, listTroubledLinks, TROUBLED } from "#db/pages/troubled-links.ts";
import { writeLinkCursor } from "#operations/links.ts";
import { pageContext } from "../_request/page-context.ts";
import { toParams } from "../_request/parse/params.ts";
import { readLinksQuery } from "../_request/parse/query.ts";
import { Page } from "../_ui/frame/page.tsx";
import { TroubledLinks } from "../_ui/pages/troubled-links.tsx";
import { withQuery } from "../_words/routes.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.links.title };
}

const of = (standing: string | undefined, cursor?: string) =>
  withQuery(
    "/links",
    new URLSearchParams({ ...(standing && { standing }), ...(cursor !== undefined && { cursor }) }),
  );

/** The pages that evidence rests on and that do not say what they said, the latest first. */
export default async function LinksPage({ searchParams }: PageProps<"/links">) {
  const { read, language, m, timeZone, fetches } = await pageContext();
  const query = readLinksQuery(toParams(await searchParams));
  const { standing } = query;
  const counts = await countTroubledLinks(read);
  const { items, nextCursor } = await listTroubledLinks(read, query);
  const next = writeLinkCursor(nextCursor);
  const all = TROUBLED.reduce((sum, one) => sum + counts[one], 0);
  return (
    <Page>
      <h1>{m.links.title}</h1>
      <p className="lead">{m.links.lead}</p>
      <nav className="standings" aria-label={m.links.filter}>
        <a href="/links" aria-current={standing === undefined ? "page" : undefined}>
          {m.list.withCount(m.links.all, all)}
        </a>
        {TROUBLED.map((one) => (
          <a key={one} href={of(one)} aria-current={one === standing ? "page" : undefined}>
            {m.list.withCount(m.link.standings[one], counts[one])}
          </a>
        ))}
      </nav>
      {items.length === 0 && (
        <p className="empty">{standing === undefined ? m.links.empty : m.links.emptyFilter}</p>
      )}
      <TroubledLinks links={items} fetches={fetches} language={language} m={m} timeZone={timeZone} />
      <nav className="pages" aria-label={m.list.pages}>
        {query.cursor !== undefined && <a href={of(standing)}>{m.list.first}</a>}
        {next !== null && <a href={of(standing, next)}>{m.list.next}</a>}
      </nav>
    </Page>
  );
}
