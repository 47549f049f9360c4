import { findArchiveWanted, storeArchived } from "../../db/pages/archived-copies.ts";
import type { Store } from "../../db/store.ts";
import type { FetchPolicy } from "../fetch/policy.ts";
import type { Archive } from "./archive.ts";

/** What it takes to ask an archive for its copy of a page. */
export interface ArchiveAsking {
  readonly archive: Archive;
  readonly store: Store;
  readonly policy: FetchPolicy;
  readonly now: () => Date;
}

/** An archive is asked for each page once in so long. */
const EVERY_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Asks an archive for its copy of a page that was just visited, the one nearest to when ours was first kept, unless it
 * was asked lately. Where it does not answer, nothing is written down, and it is asked again after the next visit.
 */
export async function askArchive(
  { archive, store, policy, now }: ArchiveAsking,
  pageId: string,
  signal?: AbortSignal,
): Promise<void> {
  const wanted = await findArchiveWanted(store.read, pageId);
  if (wanted === undefined) return;
  const { url, keptAt, askedAt } = wanted;
  if (askedAt !== null && now().getTime() - askedAt.getTime() < EVERY_MS) return;
  const found = await archive.find({ url, near: keptAt ?? now(), policy, now }, signal);
  if (found.ok) await store.write((tx) => storeArchived(tx, pageId, found.value, now()));
}
