import type { Route } from "next";
import { FROM } from "../../_words/form-state.ts";

/** The page that a form says it stands on, in its address: one of ours, whatever that says. */
export function pageIn(searchParams: URLSearchParams, otherwise: Route = "/"): Route {
  const from = searchParams.get(FROM) ?? "";
  return (/^\/(?![/\\])(?:(?!["<>`\\])[\x21-\x7e])*$/.test(from) ? from : otherwise) as Route;
}
