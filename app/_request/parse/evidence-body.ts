import { z } from "zod";
import { err, ok, type Result } from "#domain/result.ts";
import { JUDGED_CRITERIA, SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import type { FieldError } from "./field-error.ts";
import {
  by,
  dayOrNull,
  fieldsIn,
  id,
  line,
  link,
  oneOf,
  oneOfIfSaid,
  optionalLine,
  optionalLink,
  optionalText,
  parseWith,
  text,
} from "./fields.ts";
import { revision } from "./forecast-fields.ts";
import { seenRevision } from "./form.ts";

const evidenceFields = {
  url: link,
  title: line(300),
  publisher: line(120),
  author: optionalLine(200),
  publishedOn: dayOrNull,
  stance: oneOf(STANCES),
  strength: oneOf(STRENGTHS),
  summary: text(4000),
  kind: oneOfIfSaid(SOURCE_KINDS),
  criterion: oneOfIfSaid(JUDGED_CRITERIA),
  archiveUrl: optionalLink,
};

const evidence = z.strictObject({ ...evidenceFields, by });
const { url: _url, title, publisher, author, publishedOn, ...saidOfIt } = evidenceFields;
const ofKnownPage = z.strictObject({
  page: id,
  title: title.optional(),
  publisher: publisher.optional(),
  publishedOn: publishedOn.optional(),
  author,
  ...saidOfIt,
  by,
});
const elsewhere = z.strictObject({ ...saidOfIt, by });
const fullCorrection = z.strictObject({ ...evidenceFields, by, reason: optionalText(2000), revision });
const correction = fullCorrection.partial().extend({ revision });
const bareLink = z.strictObject({ url: link });

/** The body that logs a page on a forecast. */
export const parseEvidence = (body: unknown) => parseWith(evidence, body);

export type KnownPageBody = z.output<typeof ofKnownPage>;

/**
 * The same with a page that is on record in the place of the link, of which title, publisher, author and date may then
 * be left out.
 */
export function parseEvidenceOrPage(
  body: unknown,
): Result<z.output<typeof evidence> | KnownPageBody, readonly FieldError[]> {
  const { page, ...rest } = fieldsIn(body);
  if (page === undefined || page === null) return parseWith(evidence, rest);
  if (Object.hasOwn(rest, "url")) return err([{ field: "page", code: "both-given" }]);
  return parseWith(ofKnownPage, body);
}

/** What is said of a page on one more forecast. */
export const parseElsewhere = (body: unknown) => parseWith(elsewhere, body);

/** The body that corrects an entry: any of its fields, at least one, and the revision that was seen. */
export function parseCorrection(body: unknown) {
  const parsed = parseWith(correction, body);
  if (!parsed.ok) return parsed;
  const { by: name = null, reason: why = null, revision: seen, ...patch } = parsed.value;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) {
    return err<readonly FieldError[]>([{ field: "body", code: "nothing-to-change" }]);
  }
  return ok({ patch: given as typeof patch, by: name, reason: why, revision: seen });
}

/** A correction by form, which sends every field. */
export function parseFullCorrection(body: unknown) {
  const parsed = parseWith(fullCorrection, seenRevision(fieldsIn(body)));
  if (!parsed.ok) return parsed;
  const { by: name, reason: why, revision: seen, ...patch } = parsed.value;
  return ok({ patch, by: name, reason: why, revision: seen });
}

/** The body that asks for a page to be read. */
export const parseBareLink = (body: unknown) => parseWith(bareLink, body);
