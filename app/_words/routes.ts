import type { Route } from "next";

/**
 * Every address of ours that has a part to fill in. Slugs come from the store, where they hold no slash: that is
 * why the typed routes may be told so.
 */
export const routes = {
  forecast: (slug: string) => `/forecasts/${encodeURIComponent(slug)}` as Route,
  forecastEdit: (slug: string) => `/forecasts/${encodeURIComponent(slug)}/edit` as Route,
  evidenceNew: (slug: string) => `/forecasts/${encodeURIComponent(slug)}/evidence/new` as Route,
  evidence: (id: string) => `/evidence/${encodeURIComponent(id)}` as Route,
  copy: (id: string) => `/copies/${encodeURIComponent(id)}` as Route,
  copyBytes: (id: string) => `/copies/${encodeURIComponent(id)}/bytes` as Route,
  source: (slug: string) => `/sources/${encodeURIComponent(slug)}` as Route,
  sourceText: (slug: string) => `/sources/${encodeURIComponent(slug)}/text` as Route,
  sourceRead: (slug: string) => `/sources/${encodeURIComponent(slug)}/read` as Route,
  speaker: (slug: string) => `/speakers/${encodeURIComponent(slug)}` as Route,
};

/** An address with a query and a place on the page, which do not change what page it is. */
export function withQuery(path: Route, query: URLSearchParams | null, place = ""): Route {
  const text = query?.toString() ?? "";
  return `${path}${text === "" ? "" : `?${text}`}${place === "" ? "" : `#${place}`}` as Route;
}

/** An entry of evidence on its forecast's page, where it is said what was done with it. */
export const evidenceSaved = (
  { id, forecast }: { readonly id: string; readonly forecast: string },
  saved: string,
  alsoOn: number,
): Route =>
  withQuery(
    routes.forecast(forecast),
    new URLSearchParams({ saved, entry: id, ...(alsoOn > 0 ? { also: String(alsoOn) } : {}) }),
    `evidence-${id}`,
  );

/** The mark of a forecast in the text of its source. */
export const markOf = (forecast: string) => `f-${forecast}`;

/** The place of a forecast's quote in the text of its source, whose part that is shown depends on the place. */
export const placeInText = (source: string, place: number, forecast: string): Route =>
  withQuery(
    routes.sourceText(source),
    new URLSearchParams({ at: String(place) }),
    encodeURIComponent(markOf(forecast)),
  );

/** How one copy of a page became another. */
export const differenceOf = (copyId: string, otherId: string): Route =>
  withQuery(routes.copy(copyId), new URLSearchParams({ with: otherId }), "difference");

/** A copy with the form that marks the words an entry rests on. */
export const markingOf = (copyId: string, evidenceId: string): Route =>
  withQuery(routes.copy(copyId), new URLSearchParams({ for: evidenceId }), "mark");

/** The mark of an entry in the text of a copy. */
export const passageMark = (evidenceId: string) => `passage-${evidenceId}`;

/** The place of an entry's passage in a copy, whose part that is shown depends on the place. */
export const placeInCopy = (copyId: string, place: number, evidenceId: string): Route =>
  withQuery(
    routes.copy(copyId),
    new URLSearchParams({ at: String(place) }),
    encodeURIComponent(passageMark(evidenceId)),
  );
