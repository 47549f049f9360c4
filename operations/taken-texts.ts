import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import type { Moment } from "#db/change/moment.ts";
import { invalid, type Refusal } from "#db/change/refusal.ts";
import { putAside } from "#db/forecasts/typed-texts.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import {
  createSourceWithText,
  type DocumentDraft,
  findNamedSource,
  keepDocument,
} from "#db/sources/document.ts";
import type { Writer } from "#db/store.ts";
import { ok, type Result } from "#domain/result.ts";
import { nowhere } from "./addresses.ts";
import { change } from "./operation.ts";
import { textToRead } from "./source-input.ts";
import { namedRecord } from "./stored-forecast.ts";

async function keepWithKnown(
  tx: Writer,
  slug: string,
  document: DocumentDraft | null,
  by: string | null,
  moment: Moment,
): Promise<Result<NamedRecord, Refusal<NamedRecord>>> {
  const known = await findNamedSource(tx, slug);
  if (known === undefined) return invalid([{ field: "source", code: "not-on-record" }]);
  return document === null ? ok(known) : keepDocument(asNamed(tx, by), known, document, moment);
}

/**
 * Takes in a text that is to be read for forecasts: its source is put on record where it is new, and the text is kept
 * with it, or put aside for a day.
 */
export const takeText = change({
  name: "takeText",
  needs: "contributor",
  address: nowhere,
  input: textToRead,
  answer: z.object({
    source: z.string(),
    aside: z.string().nullable().describe("What the text was put aside under; null where it is kept."),
  }),
  current: namedRecord,
  run: async (tx, _, { source, draft, document, keep, by }, { moment }) => {
    if (!keep && document.saidOn > moment.today) {
      return invalid([{ field: "saidOn", code: "said-in-future", day: moment.today }]);
    }
    const taken = keep ? document : null;
    const made =
      draft === null
        ? await keepWithKnown(tx, source, taken, by, moment)
        : await createSourceWithText(asNamed(tx, by), draft, taken, moment);
    if (!made.ok) return made;
    const { slug } = made.value;
    if (keep) return ok({ source: slug, aside: null });
    const values = { text: document.kept.text, saidOn: document.saidOn };
    const aside = await putAside(tx, { values, faults: [], hindrance: null }, moment.now);
    return ok({ source: slug, aside });
  },
});
