import type { Messages } from "../../../messages/en.ts";
import { withQuery } from "../routes.ts";

/** Says that there is no text to be read, and how there may be one. */
export function NoText({ slug, isGone, m }: { slug: string; isGone: boolean; m: Messages }) {
  const r = m.reading;
  return (
    <>
      <h1>{r.choose}</h1>
      <p className="lead">{isGone ? r.gone : r.noText}</p>
      <p className="acts">
        <a className="button primary" href={withQuery("/sources/new", new URLSearchParams({ source: slug }))}>
          {r.giveText}
        </a>
      </p>
    </>
  );
}
