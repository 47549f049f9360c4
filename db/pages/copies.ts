import { desc, eq } from "drizzle-orm";
import { contents, copies } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** What a page was at a time; `contentSha256` is null where only its headers and its hash are kept. */
export type CopyRecord = typeof copies.$inferSelect;

/** A copy with what a reader reads of it; null where there is no text. */
export interface ReadableCopy extends CopyRecord {
  readonly text: string | null;
}

/** Every copy of a page, the newest first. */
export function listCopies(read: Reader, pageId: string): Promise<readonly CopyRecord[]> {
  return read
    .select()
    .from(copies)
    .where(eq(copies.pageId, pageId))
    .orderBy(desc(copies.fetchedAt), copies.id);
}

/** One copy with its text, or undefined when there is none of that id. */
export async function findCopy(read: Reader, id: string): Promise<ReadableCopy | undefined> {
  const [found] = await read
    .select({ copy: copies, text: contents.text })
    .from(copies)
    .leftJoin(contents, eq(contents.sha256, copies.contentSha256))
    .where(eq(copies.id, id));
  return found && { ...found.copy, text: found.text };
}
