import type { Metadata } from "next";
import { listHistory } from "#db/change/history.ts";
import type { Language } from "#domain/vocabulary.ts";
import { cached } from "../_request/cache/cached.ts";
import { messagesIn, pageContext } from "../_request/page-context.ts";
import { DEFAULT_LIMIT, readCursor, writeCursor } from "../_request/parse/query.ts";
import { History, renderHistory } from "../_ui/lists/history-list.tsx";
import { withQuery } from "../_words/routes.ts";

/** A page of the history as it is rendered in a language, until something changes. */
const renderedHistory = cached(
  async (read, _today, language: Language, timeZone: string, from: number | null) => {
    const { items, nextCursor } = await listHistory(read, {
      limit: DEFAULT_LIMIT,
      cursor: from ?? undefined,
    });
    const drawn = renderHistory(items, { language, m: messagesIn(language), timeZone });
    return { drawn: items.length === 0 ? null : drawn, nextCursor };
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
  const { drawn, nextCursor } = await renderedHistory(read, today, language, timeZone, from ?? null);
  const older = writeCursor(nextCursor === null ? null : [String(nextCursor)]);
  return (
    <>
      <h1>{m.history.title}</h1>
      <p className="lead">{m.history.lead}</p>
      {drawn === null ? <p className="empty">{m.history.empty}</p> : <History of={drawn} />}
      <nav className="pages" aria-label={m.list.pages}>
        {from !== undefined && <a href="/history">{m.history.newest}</a>}
        {older !== null && (
          <a href={withQuery("/history", new URLSearchParams({ cursor: older }))}>{m.history.older}</a>
        )}
      </nav>
    </>
  );
}
