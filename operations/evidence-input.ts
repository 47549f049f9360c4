import { z } from "zod";
import { JUDGED_CRITERIA, SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import * as field from "./fields.ts";

const fields = {
  url: field.link.describe("The page, by any of its addresses."),
  title: field.line(300),
  publisher: field.line(120),
  author: field.optionalLine(200),
  publishedOn: field.dayOrNull.describe("The day on which it was published; null where nobody knows."),
  stance: field.oneOf(STANCES).describe("Which way it points."),
  strength: field.oneOf(STRENGTHS).describe("How much it weighs."),
  summary: field.text(4000).describe("What it shows."),
  kind: field.oneOfIfSaid(SOURCE_KINDS).describe("What the page is to the claim."),
  criterion: field.oneOfIfSaid(JUDGED_CRITERIA).describe("The criterion that it speaks to."),
  archiveUrl: field.optionalLink.describe("A copy of it in an archive."),
};

/** A page that is logged on a forecast by its link. */
export const evidenceInput = z.strictObject({ ...fields, by: field.by });

const { url: _url, title, publisher, author, publishedOn, ...saidOfIt } = fields;

/** The same of a page that is on record: what is left out of its details is as they stand. */
const ofKnownPage = z.strictObject({
  page: field.id.describe("A page that is on record, by its id."),
  title: title.optional(),
  publisher: publisher.optional(),
  publishedOn: publishedOn.optional(),
  author,
  ...saidOfIt,
  by: field.by,
});

/** What is said of a page, named by its link or by its id. */
export type SaidOfPage =
  | Omit<z.output<typeof evidenceInput>, "by">
  | Omit<z.output<typeof ofKnownPage>, "by">;

/** A page by its link, or by its id in the place of that. */
export const evidenceOrPage = z.preprocess(
  (body: unknown, context): unknown => {
    const { page, ...rest } = field.fieldsIn(body);
    const isOfPage = page !== undefined && page !== null;
    if (isOfPage && Object.hasOwn(rest, "url")) {
      context.addIssue({ code: "custom", message: "both-given", path: ["page"], input: body });
      return body;
    }
    const meant = isOfPage ? { page, ...rest } : rest;
    field.passIssues((isOfPage ? ofKnownPage : evidenceInput).safeParse(meant), context);
    return meant;
  },
  z.union([evidenceInput, ofKnownPage]),
);

/** What is said of a page on one more forecast. */
export const elsewhereInput = z.strictObject({ ...saidOfIt, by: field.by });

/** A correction of any of its fields, at least one, with the revision that was seen. */
export const correction = z
  .strictObject({ ...fields, by: field.by, reason: field.optionalText(2000) })
  .partial()
  .extend({ revision: field.revision })
  .transform(
    field.whenSound(({ by = null, reason = null, revision, ...patch }, context) => {
      if (Object.keys(patch).length === 0) {
        context.addIssue({ code: "custom", message: "nothing-to-change", input: patch });
      }
      return { patch, by, reason, revision };
    }),
  );
