import type { Messages } from "#messages/en.ts";
import { routes, withQuery } from "../../_words/routes.ts";

/** The way to where a source is to be read or heard, or that none is recorded. */
export function OriginalLink({ url, m }: { url: string | null; m: Messages }) {
  if (url === null) return m.sources.noLink;
  return (
    <a href={url} rel="noopener noreferrer nofollow">
      {m.sources.original}
    </a>
  );
}

/** Says that the words of a source can be checked nowhere, where that is so. */
export function CheckHint({ url, isKept, m }: { url: string | null; isKept: boolean; m: Messages }) {
  return url === null && !isKept ? <p className="small">{m.sources.unchecked}</p> : null;
}

/** What can be done with the text of a source, or that there is none. */
export function TextLinks({
  slug,
  isKept,
  typed,
  m,
}: {
  slug: string;
  isKept: boolean;
  /** What a text that is not kept was put aside under, where the reader comes from it. */
  typed: string | readonly string[] | undefined;
  m: Messages;
}) {
  const r = m.reading;
  const given = typeof typed === "string" && typed !== "" ? new URLSearchParams({ typed }) : null;
  return (
    <p className="small">
      {isKept && (
        <>
          <a href={routes.sourceText(slug)}>{r.read}</a>
          {" · "}
        </>
      )}
      {isKept || given !== null ? (
        <a href={withQuery(routes.sourceRead(slug), isKept ? null : given)}>{r.again}</a>
      ) : (
        <a href={withQuery("/sources/new", new URLSearchParams({ source: slug }))}>{r.giveText}</a>
      )}
    </p>
  );
}
