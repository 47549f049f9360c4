import type { Metadata } from "next";
import { listHistory } from "../../db/history.ts";
import { pageContext } from "../_edge/page.ts";
import { DEFAULT_LIMIT, readCursor, writeCursor } from "../_edge/parse/query.ts";
import { HistoryList } from "../_ui/history-list.tsx";
import { withQuery } from "../_ui/routes.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.history.title };
}

/** Every change, newest first. */
export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const { read, language, m, timeZone } = await pageContext();
  const { cursor } = await searchParams;
  const after = Number((typeof cursor === "string" ? readCursor(cursor, 1) : undefined)?.[0]);
  const from = Number.isSafeInteger(after) ? after : undefined;
  const { items, nextCursor } = await listHistory(read, { limit: DEFAULT_LIMIT, cursor: from });
  const older = writeCursor(nextCursor === null ? null : [String(nextCursor)]);
  return (
    <>
      <h1>{m.history.title}</h1>
      <p className="lead">{m.history.lead}</p>
      {items.length === 0 && <p className="empty">{m.history.empty}</p>}
      <HistoryList entries={items} language={language} m={m} timeZone={timeZone} />
      <nav className="pages" aria-label={m.list.pages}>
        {from !== undefined && <a href="/history">{m.history.newest}</a>}
        {older !== null && (
          <a href={withQuery("/history", new URLSearchParams({ cursor: older }))}>{m.history.older}</a>
        )}
      </nav>
    </>
  );
}
