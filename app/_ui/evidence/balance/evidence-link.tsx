import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Language } from "#domain/vocabulary.ts";
import { langUnless } from "../../../_words/wording.ts";
import { Isolated } from "../../text/isolated.tsx";

/** What an entry is called by, wherever it is spoken of on its forecast's page. */
export type Entries = ReadonlyMap<string, Pick<EvidenceRecord, "id" | "title" | "publisher" | "lang">>;

/** An entry by its title, leading to where it stands on the page; by its publisher where there is little room. */
export function EvidenceLink({
  id,
  entries,
  language,
  by = "title",
}: {
  id: string;
  entries: Entries;
  language: Language;
  by?: "title" | "publisher";
}) {
  const entry = entries.get(id);
  if (entry === undefined) return null;
  const lang = entry.lang === null ? undefined : langUnless(language, entry.lang);
  return (
    <a href={`#evidence-${id}`} lang={lang}>
      <Isolated>{entry[by]}</Isolated>
    </a>
  );
}
