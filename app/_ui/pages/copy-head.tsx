import type { CopyRecord } from "../../../db/pages/copies.ts";
import type { PageRecord } from "../../../db/pages/record.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { DayOf } from "../../_words/instant.tsx";
import { Sentence } from "../text/sentence.tsx";

/** What page it is a copy of, and from when. */
export function CopyHead({
  copy: { finalUrl, fetchedAt },
  page,
  language,
  m,
  timeZone,
}: {
  copy: CopyRecord;
  page: PageRecord;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  const c = m.copies;
  const on = <DayOf at={fetchedAt} language={language} timeZone={timeZone} />;
  return (
    <>
      <h1>
        <Sentence parts={c.title(<span dir="auto">{page.title}</span>)} />
      </h1>
      <p className="lead">
        <Sentence parts={c.lead(on, new URL(finalUrl).host)} />
      </p>
      <p className="small">{c.leadNote}</p>
    </>
  );
}
