import type { SourceRecord } from "#db/lists/sources.ts";
import type { Extraction } from "#domain/sources/extraction.ts";
import type { Messages } from "#messages/en.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { OnwardLink } from "./chosen-bar.tsx";

interface ReadingPagesProps {
  readonly typed: string;
  readonly saidOn: string;
}

/** The way through a list of sentences that is longer than a page. */
export function ReadingPages({
  asked,
  reading: { source, extraction, skip, shown, next, previous },
  m,
}: {
  asked: ReadingPagesProps;
  reading: {
    readonly source: SourceRecord;
    readonly extraction: Extraction;
    readonly skip: number;
    readonly shown: readonly unknown[];
    readonly next: number | null;
    readonly previous: number | null;
  };
  m: Messages;
}) {
  const r = m.reading;
  if (next === null && previous === null) return null;
  const at = (place: number) => {
    const given = { typed: asked.typed, saidOn: asked.saidOn, skip: String(place) };
    const query = Object.entries(given).filter(([, value]) => value !== "" && value !== "0");
    return withQuery(routes.sourceRead(source.slug), new URLSearchParams(query));
  };
  return (
    <nav className="pages" aria-label={m.list.pages}>
      <span className="small">{r.pageOf(skip + 1, skip + shown.length, extraction.candidates.length)}</span>
      {previous !== null && <OnwardLink href={at(previous)} text={r.previous} unsaved={r.previousUnsaved} />}
      {next !== null && <OnwardLink href={at(next)} text={r.next} unsaved={r.nextUnsaved} />}
    </nav>
  );
}
