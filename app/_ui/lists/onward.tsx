import type { Route } from "next";
import type { Messages } from "#messages/en.ts";
import { withQuery } from "../../_words/routes.ts";

/** The way on through a list that is cut into pages, and back to its start. */
export function Onward({
  path,
  next,
  isFirst,
  m,
}: {
  path: Route;
  next: string | null;
  isFirst: boolean;
  m: Messages;
}) {
  return (
    <nav className="pages" aria-label={m.list.pages}>
      {!isFirst && <a href={path}>{m.list.first}</a>}
      {next !== null && <a href={withQuery(path, new URLSearchParams({ after: next }))}>{m.list.next}</a>}
    </nav>
  );
}
