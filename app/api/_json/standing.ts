import type { SourceRecord } from "#db/lists/sources.ts";
import type { SpeakerRecord } from "#db/lists/speakers.ts";
import type { SourceDocument } from "#db/sources/document.ts";
import { nameJson, translatedJson } from "./words.ts";

/** A source, and how the forecasts made in it stand. */
export const sourceJson = (source: SourceRecord) => ({
  slug: source.slug,
  kind: source.kind,
  title: source.title,
  titleLang: source.titleLang,
  url: source.url,
  publisher: source.publisher,
  lang: source.lang,
  publishedOn: source.publishedOn,
  note: translatedJson(source.note),
  standing: source.standing,
});

/** A speaker, and how their forecasts stand. */
export const speakerJson = ({ slug, name, role, standing }: SpeakerRecord) => ({
  slug,
  name: nameJson(name, slug),
  names: translatedJson(name),
  role: translatedJson(role),
  standing,
});

/** What is told of a text that is kept with a source, beside the text itself. */
export const documentJson = (
  document: Pick<SourceDocument, "format" | "sha256" | "saidOn" | "recordedAt" | "recordedBy">,
) => ({
  format: document.format,
  sha256: document.sha256,
  saidOn: document.saidOn,
  recordedAt: document.recordedAt.toISOString(),
  by: document.recordedBy,
});
