import type { Route } from "next";
import { isDay } from "#domain/day.ts";
import { isolatedText } from "#domain/unseen.ts";
import { type Language, OUTCOMES, STANCE_FILTERS, STATUSES } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { writeDay } from "#operations/words/day.ts";
import { withQuery } from "../../_words/routes.ts";
import { wordingOf } from "../../_words/wording.ts";
import { Isolated } from "../text/isolated.tsx";
import type { FilterOptions } from "./filter-form.tsx";

/** The parameters that narrow a list, in the order they are shown. */
export const FILTERS = [
  "q",
  "status",
  "outcome",
  "stance",
  "speaker",
  "source",
  "tag",
  "dueAfter",
  "dueBefore",
] as const;

function nameOf(
  field: string,
  value: string,
  options: FilterOptions,
  language: Language,
  m: Messages,
): string {
  const { list } = m;
  switch (field) {
    case "status":
      return STATUSES.filter((status) => status === value).map((status) => m.status[status])[0] ?? value;
    case "outcome":
      return OUTCOMES.filter((outcome) => outcome === value).map((outcome) => m.outcome[outcome])[0] ?? value;
    case "stance":
      return (
        STANCE_FILTERS.filter((stance) => stance === value).map((stance) => list.stances[stance])[0] ?? value
      );
    case "speaker": {
      const speaker = options.speakers.find(({ slug }) => slug === value);
      return (speaker && wordingOf(speaker.name, language)?.text) ?? value;
    }
    case "source":
      return options.sources.find(({ slug }) => slug === value)?.title ?? value;
    case "dueAfter":
    case "dueBefore":
      return `${field === "dueAfter" ? list.dueAfter : list.dueBefore} ${isDay(value) ? writeDay(value, language) : value}`;
    default:
      return value;
  }
}

/** The address of a list as it is narrowed and ordered now, and nothing besides: to keep, or to pass on. */
export function addressOf(path: Route, query: URLSearchParams): Route {
  const kept = [...FILTERS, "sort"].flatMap((field) =>
    query.getAll(field).flatMap((value) => (value === "" ? [] : [[field, value]])),
  );
  return withQuery(path, new URLSearchParams(kept));
}

/**
 * The filters in force, each with a link that takes it away.
 *
 * @param link the address of this view, without what does not belong to it
 */
export function ActiveFilters({
  path,
  query,
  link = addressOf(path, query),
  options,
  language,
  m,
}: {
  path: Route;
  link?: Route;
  query: URLSearchParams;
  options: FilterOptions;
  language: Language;
  m: Messages;
}) {
  const active = FILTERS.flatMap((field) => query.getAll(field).map((value) => ({ field, value }))).filter(
    ({ value }) => value !== "",
  );
  if (active.length === 0) return null;
  const without = (field: string, value: string) => {
    const rest = new URLSearchParams(query);
    rest.delete(field, value);
    rest.delete("cursor");
    return withQuery(path, rest);
  };
  const cleared = new URLSearchParams(query);
  for (const field of [...FILTERS, "cursor"]) cleared.delete(field);
  return (
    <div className="active-filters">
      <span className="small">{m.list.filtered}</span>
      {active.map(({ field, value }) => {
        const name = nameOf(field, value, options, language, m);
        return (
          <a
            className="chip"
            key={`${field} ${value}`}
            href={without(field, value)}
            aria-label={m.list.remove(isolatedText(name))}
          >
            <Isolated>{name}</Isolated> <span aria-hidden="true">×</span>
          </a>
        );
      })}
      <a href={withQuery(path, cleared)}>{m.list.clear}</a>
      <a href={link}>{m.list.link}</a>
    </div>
  );
}
