import { z } from "zod";
import {
  type LinkCursor,
  listTroubledLinks as list,
  TROUBLED,
  type TroubledLink,
  type TroubledQuery,
} from "#db/pages/troubled-links.ts";
import { ok } from "#domain/result.ts";
import { nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import { link, pageEntry } from "./link-answers.ts";
import { read } from "./operation.ts";
import { cursor, DEFAULT_LIMIT, limit, readCursor, refuseCursor, writeCursor } from "./query.ts";

/** A cursor of the list of links as text. */
export const writeLinkCursor = (from: LinkCursor | null): string | null =>
  writeCursor(from === null ? null : [String(from.since.getTime()), from.pageId]);

/** What `writeLinkCursor` was given; undefined when the text is not its work. */
export function readLinkCursor(text: string): LinkCursor | undefined {
  const [since = "", pageId = ""] = readCursor(text, 2) ?? [];
  if (!/^\d{1,15}$/.test(since) || pageId === "" || !field.isClean(pageId)) return undefined;
  return { since: new Date(Number(since)), pageId };
}

const linksQuery = z
  .strictObject({ standing: field.oneOf(TROUBLED), limit, cursor })
  .partial()
  .transform(
    field.whenSound(({ standing, limit: most = DEFAULT_LIMIT, cursor: after }, context): TroubledQuery => {
      const asked = { limit: most, ...(standing && { standing }) };
      if (after === undefined) return asked;
      const from = readLinkCursor(after);
      if (from === undefined) refuseCursor(context, after);
      return { ...asked, cursor: from };
    }),
  );

const troubledLink = answer.shaped(
  ({ pageId, ...of }: TroubledLink) => ({ ...of, page: pageId }),
  z.object({
    page: z.string(),
    url: z.string(),
    title: z.string(),
    publisher: z.string(),
    link,
    entries: answer.listOf(pageEntry),
  }),
);

/** The links that are gone, lead elsewhere, say something else or could not be read, the latest first. */
export const listLinks = read({
  name: "listLinks",
  needs: "anyone",
  address: nowhere,
  input: linksQuery,
  answer: answer.pageOf(troubledLink),
  run: async (records, _, query) => {
    const { items, nextCursor } = await list(records, query);
    return ok({ items, nextCursor: writeLinkCursor(nextCursor) });
  },
});
