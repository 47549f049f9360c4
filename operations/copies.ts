import { z } from "zod";
import { notFound } from "#db/change/refusal.ts";
import { type CopyRecord, findCopy as find, type ReadableCopy } from "#db/pages/copies.ts";
import { type CopyPassage, listPassagesIn } from "#db/pages/copy-passages.ts";
import { ok } from "#domain/result.ts";
import { compareTexts } from "#web/comparing/compare-texts.ts";
import { byId } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import { read } from "./operation.ts";

/** What a page said of itself. */
const details = z.object({
  title: answer.textOrNull,
  siteName: answer.textOrNull,
  author: answer.textOrNull,
  description: answer.textOrNull,
  publishedOn: answer.dayOrNull,
  lang: answer.textOrNull,
  canonical: answer.textOrNull,
});

const copyFields = z.object({
  id: z.string(),
  page: z.string(),
  url: z.string(),
  finalUrl: z.string(),
  redirects: answer.listOf(z.object({ url: z.string(), status: z.int() })),
  status: z.int(),
  mediaType: answer.textOrNull,
  fetchedAt: answer.instant,
  sha256: z.string(),
  size: z.int(),
  isKept: z.boolean().describe("Its bytes are to be had, else only its headers and its hash."),
  bytes: answer.textOrNull,
  readingFault: answer.textOrNull,
  details: details.nullable(),
});

const withBytes = <Copy extends CopyRecord>(copy: Copy) => ({
  ...copy,
  page: copy.pageId,
  isKept: copy.contentSha256 !== null,
  bytes: copy.contentSha256 === null ? null : `/copies/${copy.id}/bytes`,
});

/** A copy as a list carries it. */
export const copyItem = answer.shaped((copy: CopyRecord) => withBytes(copy), copyFields);

const passage = answer.shaped(
  ({ evidenceId, slug, start, end }: CopyPassage) => ({
    evidence: evidenceId,
    forecast: slug,
    startsAt: start,
    endsAt: end,
  }),
  z.object({ evidence: z.string(), forecast: z.string(), startsAt: z.int(), endsAt: z.int() }),
);

const header: z.ZodType<readonly [string, string], readonly [string, string]> = z.tuple([
  z.string(),
  z.string(),
]);

interface MarkedCopy {
  readonly copy: ReadableCopy;
  readonly passages: readonly CopyPassage[];
}

/** A copy with its headers, its text and what is marked in it. */
export const findCopy = read({
  name: "findCopy",
  needs: "anyone",
  address: byId,
  input: field.nothing,
  answer: answer.shaped(
    ({ copy, passages }: MarkedCopy) => ({ ...withBytes(copy), passages }),
    copyFields.extend({
      headers: answer.listOf(header),
      text: answer.textOrNull,
      passages: answer.listOf(passage),
    }),
  ),
  run: async (records, { id }) => {
    const copy = await find(records, id);
    return copy === undefined ? notFound : ok({ copy, passages: await listPassagesIn(records, id) });
  },
});

const piece = z.object({ fate: z.enum(["kept", "removed", "added"]), text: z.string() });
const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("same"), text: z.string() }),
  z.object({ kind: z.literal("skipped"), paragraphs: z.int() }),
  z.object({ kind: z.literal("changed"), pieces: answer.listOf(piece) }),
]);

/** How the text of a copy became that of another one of its page. */
export const compareCopies = read({
  name: "compareCopies",
  needs: "anyone",
  address: byId,
  input: z.strictObject({ with: field.givenId.describe("The other copy.") }),
  answer: z.object({
    from: z.string(),
    to: z.string(),
    blocks: answer
      .listOf(block)
      .nullable()
      .describe("Null where the two are too different to be compared, or one has no text."),
  }),
  run: async (records, { id }, { with: otherId }) => {
    const copy = await find(records, id);
    const other = await find(records, otherId);
    if (copy === undefined || other?.pageId !== copy.pageId) return notFound;
    const hasTexts = copy.text !== null && other.text !== null;
    const blocks = hasTexts ? compareTexts(copy.text, other.text) : null;
    return ok({ from: copy.id, to: other.id, blocks });
  },
});
