import type { ArchivedCopy } from "../../../db/pages/archived-copies.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { DayOf } from "../../_words/instant.tsx";
import { Sentence } from "../text/sentence.tsx";

/** The copy of a page that an archive keeps, where one was asked and has it. It leads out. */
export function ArchivedCopyLine({
  archived,
  language,
  m,
  timeZone,
}: {
  archived: ArchivedCopy | null;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  if (archived === null) return null;
  const { url, takenAt } = archived;
  const on = <DayOf key="on" at={takenAt} language={language} timeZone={timeZone} />;
  return (
    <p className="small">
      <a href={url} rel="noopener noreferrer nofollow ugc">
        <Sentence parts={m.copies.archived(new URL(url).host, on)} />
      </a>
    </p>
  );
}
