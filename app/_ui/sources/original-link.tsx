import type { Messages } from "../../../messages/en.ts";

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
