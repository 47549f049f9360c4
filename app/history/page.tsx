import type { Metadata } from "next";
import { listHistory } from "#db/change/history.ts";
import type { Language } from "#domain/vocabulary.ts";
import { DEFAULT_LIMIT, readCursor, writeCursor } from "#operations/query.ts";
import { cached } from "../_request/cache/cached.ts";
import { messagesIn, pageContext } from "../_request/page-context.ts";
import { Page } from "../_ui/frame/page.tsx";
import { HistoryEntries } from "../_ui/lists/history-list.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { toHtml } from "../_words/html.ts";
import { withQuery } from "../_words/routes.ts";

/** A page of the history as it is rendered in a language, until something changes. */
const renderedHistory = cached(
  async (read, _today, language: Language, timeZone: string, from: number | null) => {
    const { items, nextCursor } = await listHistory(read, {
      limit: DEFAULT_LIMIT,
      cursor: from ?? undefined,
    });
    const m = messagesIn(language);
    const entries = toHtml(<HistoryEntries entries={items} language={language} m={m} timeZone={timeZone} />);
    return { entries: items.length === 0 ? null : entries, nextCursor };
  },
);

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.history.title };
}

/** Every change, newest first. */
export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const { read, today, language, m, timeZone } = await pageContext();
  const { cursor } = await searchParams;
  const after = Number((typeof cursor === "string" ? readCursor(cursor, 1) : undefined)?.[0]);
  const from = Number.isSafeInteger(after) ? after : undefined;
  const { entries, nextCursor } = await renderedHistory(read, today, language, timeZone, from ?? null);
  const older = writeCursor(nextCursor === null ? null : [String(nextCursor)]);
  return (
    <Page>
      <h1>{m.history.title}</h1>
      <p className="lead">{m.history.lead}</p>
      {entries === null ? (
        <p className="empty">{m.history.empty}</p>
      ) : (
        <Rendered as="ol" className="plain" of={entries} />
      )}
      <nav className="pages" aria-label={m.list.pages}>
        {from !== undefined && <a href="/history">{m.history.newest}</a>}
        {older !== null && (
          <a href={withQuery("/history", new URLSearchParams({ cursor: older }))}>{m.history.older}</a>
        )}
      </nav>
    </Page>
  );
}
