import { z } from "zod";
import type { PageEntry } from "#db/pages/record.ts";
import { LINK_STANDINGS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import * as answer from "./answer-fields.ts";

/** How a link stood at the last visit. */
export const link = z.object({
  standing: z.enum(LINK_STANDINGS),
  since: answer.instant,
  checkedAt: answer.instantOrNull,
  dueAt: answer.instant,
  fault: answer.textOrNull,
  faultDetail: answer.textOrNull,
  keptAt: answer.instantOrNull,
  copyId: answer.textOrNull,
  firstCopyId: answer.textOrNull,
  movedTo: answer.textOrNull,
});

/** An entry of evidence that rests on a page, as far as the page tells of it. */
export const pageEntry = answer.shaped(
  ({ evidenceId, slug, ...said }: PageEntry) => ({ ...said, evidence: evidenceId, forecast: slug }),
  z.object({
    evidence: z.string(),
    forecast: z.string(),
    stance: z.enum(STANCES),
    strength: z.enum(STRENGTHS),
  }),
);
