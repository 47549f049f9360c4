import type { Route } from "next";
import type { Messages } from "../../../messages/en.ts";
import { withQuery } from "../../_words/routes.ts";

/** Says that there is no text to be read, and how there may be one. */
export function NoText({ slug, why, m }: { slug: string; why: "not-kept" | "gone"; m: Messages }) {
  const r = m.reading;
  return (
    <>
      <h1>{r.choose}</h1>
      <p className="lead">{why === "gone" ? r.gone : r.noText}</p>
      <p className="acts">
        <a className="button primary" href={withQuery("/sources/new", new URLSearchParams({ source: slug }))}>
          {r.giveText}
        </a>
      </p>
    </>
  );
}

/** Says that a text cannot be read just now, with the way to ask again. */
export function BusyReading({ again, m }: { again: Route; m: Messages }) {
  return (
    <>
      <h1>{m.reading.choose}</h1>
      <p className="lead">{m.reading.busy}</p>
      <p className="acts">
        <a className="button primary" href={again}>
          {m.unavailable.again}
        </a>
      </p>
    </>
  );
}
