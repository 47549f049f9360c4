import { and, eq } from "drizzle-orm";
import { archivedCopies, copies, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { isRestedOn } from "./wanted-visits.ts";

/** A copy of a page that an archive keeps. */
export interface ArchivedCopy {
  readonly url: string;
  /** When the archive took it. */
  readonly takenAt: Date;
}

/** What an archive is asked, and when it was asked last. */
export interface ArchiveWanted {
  readonly url: string;
  /** When our own first copy was made; null where there is none. */
  readonly keptAt: Date | null;
  readonly askedAt: Date | null;
}

/**
 * What to ask of a page that is visited; undefined of one that is not, or on which no evidence rests: it is told to
 * nobody.
 */
export async function findArchiveWanted(read: Reader, pageId: string): Promise<ArchiveWanted | undefined> {
  const [found] = await read
    .select({ url: watches.url, keptAt: copies.fetchedAt, askedAt: archivedCopies.askedAt })
    .from(watches)
    .leftJoin(copies, eq(copies.id, watches.firstCopyId))
    .leftJoin(archivedCopies, eq(archivedCopies.pageId, watches.pageId))
    .where(and(eq(watches.pageId, pageId), isRestedOn(read)));
  return found;
}

/**
 * Writes down what an archive answered. That it knows of none takes away nothing that it told before: such an answer
 * also comes of its index being behind.
 */
export async function storeArchived(
  tx: Writer,
  pageId: string,
  found: ArchivedCopy | null,
  askedAt: Date,
): Promise<void> {
  await tx
    .insert(archivedCopies)
    .values({ pageId, ...found, askedAt })
    .onConflictDoUpdate({ target: archivedCopies.pageId, set: { ...found, askedAt } });
}

/** The copy of a page that an archive keeps; null where none is known. */
export async function findArchivedCopy(read: Reader, pageId: string): Promise<ArchivedCopy | null> {
  const [found] = await read
    .select({ url: archivedCopies.url, takenAt: archivedCopies.takenAt })
    .from(archivedCopies)
    .where(eq(archivedCopies.pageId, pageId));
  const { url = null, takenAt = null } = found ?? {};
  return url === null || takenAt === null ? null : { url, takenAt };
}
