import type { ReactNode } from "react";
import { LANGUAGES, type Language, type Translated } from "#domain/vocabulary.ts";
import { FoldedFields, TextField } from "../../forms/fields.tsx";

/** The reader's own language first. */
export const languagesFor = (language: Language): readonly Language[] =>
  LANGUAGES.toSorted((a, b) => Number(b === language) - Number(a === language));

/** A text of ours in both languages, side by side, either of which may be left empty. */
export function TranslatedField({
  name,
  labels,
  hint,
  value,
  rows,
  language,
}: {
  name: string;
  labels: { readonly [L in Language]: ReactNode };
  hint?: ReactNode;
  value?: Translated;
  rows?: number;
  language: Language;
}) {
  return languagesFor(language).map((lang, place) => (
    <TextField
      key={lang}
      name={`${name}.${lang}`}
      label={labels[lang]}
      hint={place === 0 ? hint : undefined}
      value={value?.[lang] ?? ""}
      rows={rows}
    />
  ));
}

/** Texts of ours in the reader's language, with the other one folded away below them. */
export function TextsInOneLanguage({
  names,
  labels,
  values,
  language,
  otherTitle,
  rows = 2,
}: {
  /** Their names without the language. */
  names: readonly string[];
  labels: readonly string[];
  values: readonly (Translated | undefined)[];
  language: Language;
  otherTitle: string;
  rows?: number;
}) {
  const [own, other] = languagesFor(language);
  const inLanguage = (lang: Language) =>
    names.map((name, place) => (
      <TextField
        key={name}
        name={`${name}.${lang}`}
        label={labels[place]}
        value={values[place]?.[lang] ?? ""}
        rows={rows}
      />
    ));
  if (own === undefined || other === undefined) return null;
  return (
    <>
      {inLanguage(own)}
      <FoldedFields
        title={otherTitle}
        names={names.map((name) => `${name}.${other}`)}
        open={values.some((value) => value !== undefined && value[own] === null && value[other] !== null)}
      >
        {inLanguage(other)}
      </FoldedFields>
    </>
  );
}
