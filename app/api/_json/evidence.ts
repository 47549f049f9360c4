import type { EvidenceRecord } from "#db/evidence/record.ts";
import { linkJson, passageJson } from "./link.ts";
import { shownName } from "./words.ts";

/** An entry of evidence, flat: the body it was logged with, and what became of it. */
export const evidenceJson = (entry: EvidenceRecord) => ({
  id: entry.id,
  forecast: entry.forecast,
  url: entry.url,
  title: entry.title,
  publisher: entry.publisher,
  author: entry.author,
  publishedOn: entry.publishedOn,
  stance: entry.stance,
  strength: entry.strength,
  summary: entry.summary,
  kind: entry.kind,
  criterion: entry.criterion,
  archiveUrl: entry.archiveUrl,
  page: entry.pageId,
  revision: entry.revision,
  recordedAt: entry.recordedAt.toISOString(),
  by: shownName(entry.by),
  withdrawnAt: entry.withdrawnAt?.toISOString() ?? null,
  withdrawalReason: entry.withdrawalReason,
  link: linkJson(entry.link),
  passage: passageJson(entry.passage),
});

/** Where an entry is corrected. */
export const evidenceAddress = ({ id }: EvidenceRecord) => `/api/v1/evidence/${id}`;
