import { invalid } from "../../../db/change/refusal.ts";
import type { EvidenceDraft } from "../../../db/evidence/record.ts";
import { findPageLink } from "../../../db/pages/link.ts";
import { findPage } from "../../../db/pages/pages.ts";
import type { Reader } from "../../../db/store.ts";
import { ok } from "../../../domain/result.ts";
import type { KnownPageBody } from "../parse/evidence-body.ts";

/**
 * What is said of a page, whether it was named by a link or by its id; of a known one, what is left out is as on
 * record.
 */
export async function draftOf(read: Reader, said: EvidenceDraft | Omit<KnownPageBody, "by">) {
  if (!("page" in said)) return ok(said);
  const { page: id, title, publisher, author = null, publishedOn = null, ...draft } = said;
  const page = await findPage(read, id);
  const url = page && (await findPageLink(read, page.id));
  if (page === undefined || url === undefined) return invalid([{ field: "page", code: "not-on-record" }]);
  return ok({
    ...draft,
    url,
    title: title ?? page.title,
    publisher: publisher ?? page.publisher,
    author,
    publishedOn,
  });
}
