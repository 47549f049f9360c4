import type { Messages } from "../../../messages/en.ts";
import { routes, withQuery } from "../routes.ts";

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
  if (isKept) {
    return (
      <p className="acts">
        <a className="button" href={routes.sourceText(slug)}>
          {r.read}
        </a>
        <a className="button" href={routes.sourceRead(slug)}>
          {r.again}
        </a>
      </p>
    );
  }
  if (typeof typed === "string" && typed !== "") {
    return (
      <p className="acts">
        <a className="button" href={withQuery(routes.sourceRead(slug), new URLSearchParams({ typed }))}>
          {r.again}
        </a>
      </p>
    );
  }
  return (
    <p className="acts">
      <a className="button" href={withQuery("/sources/new", new URLSearchParams({ source: slug }))}>
        {r.giveText}
      </a>
    </p>
  );
}
