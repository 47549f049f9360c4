import { listTroubledLinks } from "#db/pages/troubled-links.ts";
import { answerList } from "../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../_request/api/handler.ts";
import { parseLinksQuery, writeLinkCursor } from "../../../_request/parse/query.ts";
import { pageEntryJson } from "../../_json/copy.ts";
import { linkJson } from "../../_json/link.ts";

export const dynamic = "force-dynamic";

/** The links that are gone, lead elsewhere, say something else or could not be read, the latest first. */
export const GET = reading(parseLinksQuery, async (query, { store }: ApiRequest) => {
  const { items, nextCursor } = await listTroubledLinks(store.read, query);
  return answerList(
    items.map(({ pageId, url, title, publisher, link, entries }) => ({
      page: pageId,
      url,
      title,
      publisher,
      link: linkJson(link),
      entries: entries.map(pageEntryJson),
    })),
    writeLinkCursor(nextCursor),
  );
});
