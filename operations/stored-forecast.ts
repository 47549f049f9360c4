import { z } from "zod";
import type { StoredForecast } from "#db/forecasts/stored.ts";
import { eachOfCriteria, RELATION_KINDS, type RelationKind } from "#domain/vocabulary.ts";
import { calendarDay, dayOrNull, language, listOf, shaped, textOrNull, translated } from "./answer-fields.ts";

const relation = shaped(
  ({ kind, to }: { readonly kind: RelationKind; readonly to: string }) => ({ kind, forecast: to }),
  z.object({ kind: z.enum(RELATION_KINDS), forecast: z.string() }),
);

/** A forecast in the fields that change it, as it stands now. */
export const storedForecast = shaped(
  ({ settled, ...named }: StoredForecast) => ({ ...named, ...settled }),
  z.object({
    slug: z.string(),
    revision: z.int(),
    claim: translated,
    quote: z.string(),
    lang: language,
    source: z.string(),
    speaker: z.string(),
    saidOn: calendarDay,
    section: textOrNull,
    confidence: textOrNull,
    horizon: textOrNull,
    dueFrom: dayOrNull,
    dueBy: dayOrNull,
    graceBy: dayOrNull,
    reviewOn: dayOrNull,
    negative: z.boolean(),
    criteria: z.object(eachOfCriteria(() => translated)),
    attributionNote: translated,
    sectionNote: translated,
    horizonNote: translated,
    confidenceNote: translated,
    tags: listOf(z.string()),
    relations: listOf(relation),
  }),
);

/** A source that is on record already. */
export const namedRecord = z.object({ slug: z.string(), title: z.string() });
