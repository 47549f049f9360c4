import type { StoredForecast } from "../../db/forecast-stored.ts";
import { isDay } from "../../domain/day.ts";
import { CRITERIA, LANGUAGES, type Language, type Translated } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { writeDay } from "../_ui/day.tsx";

/** A stored forecast as its form would hold it, by field. */
function asTyped({ draft }: StoredForecast): { readonly [field: string]: string } {
  const inLanguages = (name: string, text: Translated) =>
    LANGUAGES.map((lang) => [`${name}.${lang}`, text[lang] ?? ""] as const);
  const { quote, source, speaker, saidOn, section, confidence, horizon, dueFrom, dueBy, graceBy } = draft;
  return {
    ...{ quote, source, speaker, saidOn, section: section ?? "", confidence: confidence ?? "" },
    ...{ horizon: horizon ?? "", dueFrom: dueFrom ?? "", dueBy: dueBy ?? "", graceBy: graceBy ?? "" },
    reviewOn: draft.reviewOn ?? "",
    tags: draft.tags.join(", "),
    ...Object.fromEntries([
      ...inLanguages("claim", draft.claim),
      ...inLanguages("horizonNote", draft.horizonNote),
      ...CRITERIA.flatMap((criterion) => inLanguages(`criteria.${criterion}`, draft.criteria[criterion])),
    ]),
  };
}

const written = (value: string, language: Language, m: Messages) => {
  if (value === "") return m.editing.onRecordEmpty;
  return isDay(value) ? writeDay(value, language) : value;
};

const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();

/** What is on record now, beside each field of a form that was typed over an earlier state of it. */
export function typedDifferences(
  current: StoredForecast,
  form: FormData,
  m: Messages,
  language: Language,
): { readonly [field: string]: string } {
  const differing = Object.entries(asTyped(current)).filter(([field, now]) => {
    const typed = form.get(field);
    return typeof typed === "string" && tidy(typed) !== tidy(now);
  });
  return Object.fromEntries(
    differing.map(([field, now]) => [field, m.editing.onRecordNow(written(now, language, m))]),
  );
}
