import { z } from "zod";
import type { EvidenceChange } from "#db/evidence/log.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import { JUDGED_CRITERIA, SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import * as answer from "./answer-fields.ts";
import { link } from "./link-answers.ts";

const passage = z
  .object({ copyId: z.string(), startsAt: z.int(), endsAt: z.int(), words: z.string() })
  .describe("The words that it rests on: UTF-16 offsets in the copy's text, the end excluded.");

/** An entry of evidence, flat: what it was logged with, and what became of it. */
export const evidence = answer.shaped(
  ({ pageId, ...entry }: EvidenceRecord) => ({ ...entry, page: pageId }),
  z.object({
    id: z.string(),
    forecast: z.string(),
    url: z.string(),
    title: z.string(),
    publisher: z.string(),
    author: answer.textOrNull,
    publishedOn: answer.dayOrNull,
    stance: z.enum(STANCES),
    strength: z.enum(STRENGTHS),
    summary: z.string(),
    kind: z.enum(SOURCE_KINDS).nullable(),
    criterion: z.enum(JUDGED_CRITERIA).nullable(),
    archiveUrl: answer.textOrNull,
    page: z.string(),
    revision: z.int(),
    recordedAt: answer.instant,
    by: answer.shownName,
    withdrawnAt: answer.instantOrNull,
    withdrawalReason: answer.textOrNull,
    link: link.nullable().describe("Null where its page has never been asked for."),
    passage: passage.nullable(),
  }),
);

/** An entry that was changed; its page may have changed on other forecasts as well. */
export const changedEvidence = answer.shaped(({ entry }: EvidenceChange) => entry, evidence);
