import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { StoredForecast } from "#db/forecasts/stored.ts";
import { isDay } from "#domain/day.ts";
import { woven } from "#domain/unseen.ts";
import { CRITERIA, LANGUAGES, type Language, type Translated } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { writeDay } from "#operations/words/day.ts";
import { wordFor } from "../../_words/link-words.ts";

/** What a form changes that others may change meanwhile. */
export type Edited = StoredForecast | EvidenceRecord;

type Typed = { readonly [field: string]: string };

/** A stored forecast as its form would hold it, by field. */
function forecastAsTyped({ draft }: StoredForecast): Typed {
  const inLanguages = (name: string, text: Translated) =>
    LANGUAGES.map((lang) => [`${name}.${lang}`, text[lang] ?? ""] as const);
  const { quote, source, speaker, saidOn, section, confidence, horizon, dueFrom, dueBy, graceBy } = draft;
  return {
    quote,
    source,
    speaker,
    saidOn,
    section: section ?? "",
    confidence: confidence ?? "",
    horizon: horizon ?? "",
    dueFrom: dueFrom ?? "",
    dueBy: dueBy ?? "",
    graceBy: graceBy ?? "",
    reviewOn: draft.reviewOn ?? "",
    tags: draft.tags.join(", "),
    ...Object.fromEntries([
      ...inLanguages("claim", draft.claim),
      ...inLanguages("horizonNote", draft.horizonNote),
      ...CRITERIA.flatMap((criterion) => inLanguages(`criteria.${criterion}`, draft.criteria[criterion])),
    ]),
  };
}

/** An entry of evidence as its form would hold it, by field. */
function evidenceAsTyped(entry: EvidenceRecord): Typed {
  const { url, title, publisher, stance, strength, summary } = entry;
  const { author, publishedOn, kind, criterion, archiveUrl } = entry;
  return {
    url,
    title,
    publisher,
    author: author ?? "",
    publishedOn: publishedOn ?? "",
    stance,
    strength,
    summary,
    kind: kind ?? "",
    criterion: criterion ?? "",
    archiveUrl: archiveUrl ?? "",
  };
}

const written = (field: string, value: string, language: Language, m: Messages) => {
  if (value === "") return m.editing.onRecordEmpty;
  return isDay(value) ? writeDay(value, language) : wordFor(field, value, m);
};

const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();

/** What is on record now, beside each field of a form that was typed over an earlier state of it. */
export function typedDifferences(current: Edited, form: FormData, m: Messages, language: Language): Typed {
  const now = "settled" in current ? forecastAsTyped(current) : evidenceAsTyped(current);
  const differing = Object.entries(now).filter(([field, value]) => {
    const typed = form.get(field);
    return typeof typed === "string" && tidy(typed) !== tidy(value);
  });
  return Object.fromEntries(
    differing.map(([field, value]) => [
      field,
      m.editing.onRecordNow(woven(written(field, value, language, m))),
    ]),
  );
}
