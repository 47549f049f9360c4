import type { Route } from "next";
import type { Messages } from "../../../messages/en.ts";
import { withQuery } from "../../_words/routes.ts";

/** The way through a text that is longer than a page. */
export function TextPieces({
  page,
  shown,
  pieces,
  m,
}: {
  /** Where the text stands. */
  page: Route;
  /** Which part is shown, counted from 0. */
  shown: number;
  pieces: number;
  m: Messages;
}) {
  const r = m.reading;
  if (pieces === 1) return null;
  const at = (piece: number) => withQuery(page, new URLSearchParams({ part: String(piece + 1) }));
  return (
    <nav className="pages" aria-label={r.pieces}>
      <span className="small">{r.piece(shown + 1, pieces)}</span>
      {shown > 0 && <a href={at(shown - 1)}>{r.previousPiece}</a>}
      {shown < pieces - 1 && <a href={at(shown + 1)}>{r.nextPiece}</a>}
    </nav>
  );
}
