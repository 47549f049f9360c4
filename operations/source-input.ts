import { z } from "zod";
import type { SourceDraft } from "#db/sources/create.ts";
import type { DocumentDraft } from "#db/sources/document.ts";
import { languageOfText } from "#domain/sources/transcript.ts";
import * as field from "./fields.ts";
import * as part from "./forecast-fields.ts";
import { readableText, refuseNoText, wholeText } from "./kept-text.ts";

const isBlank = (value: unknown) => !field.isFilled(value);

interface Days {
  readonly text?: unknown;
  readonly saidOn?: unknown;
  readonly publishedOn?: unknown;
}

/** A text needs the day from which its spans are counted: the one said, else the one of publication. */
const dayNeeded = [
  ({ text, saidOn, publishedOn }: Days) =>
    text === undefined || text === null || !isBlank(saidOn) || !isBlank(publishedOn),
  field.rule("saidOn", "day-needed"),
] as const;

/** A source, with a text to be kept where it brings one. */
export const sourceInput = z
  .strictObject({ ...part.source, text: wholeText.nullish(), saidOn: part.dayIfAny, by: field.by })
  .refine(...dayNeeded)
  .transform(
    field.whenSound(({ by, text, saidOn, ...draft }, context) => {
      const on = saidOn ?? draft.publishedOn;
      const kept = text ? readableText(text, null) : null;
      const document: DocumentDraft | null = kept === null || on === null ? null : { kept, saidOn: on };
      // A day on which it was said is the day of a text.
      if (document === null && (text || saidOn)) refuseNoText(context, text);
      return { draft: part.completeSource(draft), document, by };
    }),
  );

/** The text of a source that is on record already. */
export const sourceTextInput = z.strictObject({ text: wholeText, saidOn: field.day, by: field.by }).transform(
  field.whenSound(({ text, saidOn, by }, context) => {
    const kept = readableText(text, null);
    if (kept !== null) return { document: { kept, saidOn }, by };
    refuseNoText(context, text);
    return z.NEVER;
  }),
);

/** A text to be read, whether its source is on record or not. */
const takenText = {
  text: wholeText,
  fileName: z
    .string()
    .nullish()
    .describe("The name of the file that it came in, whatever it is: its end tells the format."),
  keep: part.yesIfSaid.describe("It is kept with its source; otherwise it is there for a day."),
  by: field.by,
};

/** A text of a source that is on record, to be read for forecasts. */
export const textOfKnown = z
  .strictObject({
    source: z.string().describe("A source on record, by its slug."),
    ...takenText,
    saidOn: field.day,
  })
  .transform(
    field.whenSound(({ source, text, fileName, saidOn, keep, by }, context) => {
      const kept = readableText(text, fileName ?? null);
      if (kept !== null) return { source, draft: null, document: { kept, saidOn }, keep: keep === true, by };
      refuseNoText(context, text);
      return z.NEVER;
    }),
  );

/** The same of a source that is new. */
export const textOfNew = z
  .strictObject({
    ...part.source,
    lang: part.language.nullish().describe("Where it is left out, the one that the text is written in."),
    ...takenText,
    saidOn: part.dayIfAny,
  })
  .refine(...dayNeeded)
  .transform(
    field.whenSound(({ text, fileName, saidOn, keep, by, lang, ...source }, context) => {
      const kept = readableText(text, fileName ?? null);
      const on = saidOn ?? source.publishedOn;
      if (kept === null || on === null) {
        refuseNoText(context, text);
        return z.NEVER;
      }
      const draft: SourceDraft = part.completeSource({ ...source, lang: lang ?? languageOfText(text) });
      return { source: null, draft, document: { kept, saidOn: on }, keep: keep === true, by };
    }),
  );

/** Either, by whether a source on record is named. */
export const textToRead = z.preprocess(
  (body: unknown, context): unknown => {
    const isOfKnown = Object.hasOwn(field.fieldsIn(body), "source");
    field.passIssues((isOfKnown ? textOfKnown : textOfNew).safeParse(body), context);
    return body;
  },
  z.union([textOfKnown, textOfNew]),
);
