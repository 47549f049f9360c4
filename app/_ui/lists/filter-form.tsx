import type { Route } from "next";
import type { ReactNode } from "react";
import type { FilterCounts } from "#db/lists/filter-counts.ts";
import type { SourceRecord } from "#db/lists/sources.ts";
import type { SpeakerRecord } from "#db/lists/speakers.ts";
import { isolatedText } from "#domain/unseen.ts";
import { type Language, OUTCOMES, SORTS, STANCE_FILTERS, STATUSES } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { wordingOf } from "../../_words/wording.ts";

export interface FilterOptions {
  readonly tags: readonly string[];
  readonly speakers: readonly Pick<SpeakerRecord, "slug" | "name">[];
  readonly sources: readonly Pick<SourceRecord, "slug" | "title">[];
  /** Whether those are all of them; else the ones with the most forecasts. */
  readonly areAll: { readonly speaker: boolean; readonly source: boolean };
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

function Select({
  name,
  label,
  any: unset,
  choices,
  value,
  more,
}: {
  name: string;
  label: string;
  any?: string;
  choices: readonly Choice[];
  value: string;
  more?: ReactNode;
}) {
  const all = unset === undefined ? choices : [{ value: "", text: unset }, ...choices];
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value}>
        {all.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
      {more}
    </div>
  );
}

/** Where the rest is, of which a choice has only the foremost. */
const More = ({ path, words }: { path: Route; words: string }) => (
  <a className="small" href={path}>
    {words}
  </a>
);

/**
 * The filters that the list and the timeline share, as a GET form: what is asked for stands in the address.
 *
 * @param counts how many each choice would find, where they have been counted
 * @param keep parameters of the page's own that the form passes on unchanged
 */
export function FilterForm({
  action,
  query,
  options,
  language,
  m,
  counts,
  keep = [],
  sorted = false,
}: {
  action: Route;
  query: URLSearchParams;
  options: FilterOptions;
  language: Language;
  m: Messages;
  counts: FilterCounts;
  keep?: readonly string[];
  sorted?: boolean;
}) {
  const { list } = m;
  const value = (name: string) => query.get(name) ?? "";
  const counted = (name: keyof FilterCounts, choices: readonly Choice[]): readonly Choice[] => {
    const found = counts[name];
    if (found === null) return choices;
    const of = new Map(Object.entries(found));
    return choices.map((choice) => ({
      ...choice,
      text: list.withCount(choice.text, of.get(choice.value) ?? 0),
    }));
  };
  // Left alone, the order is the best for what is asked, also when a search is typed next.
  const usual = value("q") === "" ? "due" : "relevance";
  const sort = value("sort") === usual ? "" : value("sort");
  return (
    <search>
      <form className="filters" action={action}>
        {keep.map((name) =>
          query.has(name) ? <input key={name} type="hidden" name={name} value={value(name)} /> : null,
        )}
        <div className="field wide">
          <label htmlFor="filter-q">
            {list.search} <span className="hint">{list.searchHint}</span>
          </label>
          <input id="filter-q" type="search" dir="auto" name="q" maxLength={200} defaultValue={value("q")} />
        </div>
        <Select
          name="status"
          label={list.status}
          any={list.any}
          value={value("status")}
          choices={counted(
            "status",
            STATUSES.map((status) => ({ value: status, text: m.status[status] })),
          )}
        />
        <Select
          name="outcome"
          label={list.outcome}
          any={list.any}
          value={value("outcome")}
          choices={counted(
            "outcome",
            OUTCOMES.map((outcome) => ({ value: outcome, text: m.outcome[outcome] })),
          )}
        />
        <Select
          name="stance"
          label={list.stance}
          any={list.any}
          value={value("stance")}
          choices={counted(
            "stance",
            STANCE_FILTERS.map((stance) => ({ value: stance, text: list.stances[stance] })),
          )}
        />
        <Select
          name="speaker"
          label={list.speaker}
          any={list.any}
          value={value("speaker")}
          more={options.areAll.speaker || <More path="/speakers" words={list.allSpeakers} />}
          choices={counted(
            "speaker",
            options.speakers.map(({ slug, name }) => ({
              value: slug,
              text: isolatedText(wordingOf(name, language)?.text ?? slug),
            })),
          )}
        />
        <Select
          name="source"
          label={list.source}
          any={list.any}
          value={value("source")}
          more={options.areAll.source || <More path="/sources" words={list.allSources} />}
          choices={counted(
            "source",
            options.sources.map(({ slug, title }) => ({ value: slug, text: isolatedText(title) })),
          )}
        />
        <Select
          name="tag"
          label={list.tag}
          any={list.any}
          value={value("tag")}
          choices={counted(
            "tag",
            options.tags.map((tag) => ({ value: tag, text: isolatedText(tag) })),
          )}
        />
        <div className="field">
          <label htmlFor="filter-dueAfter">{list.dueAfter}</label>
          <input id="filter-dueAfter" type="date" name="dueAfter" defaultValue={value("dueAfter")} />
        </div>
        <div className="field">
          <label htmlFor="filter-dueBefore">{list.dueBefore}</label>
          <input id="filter-dueBefore" type="date" name="dueBefore" defaultValue={value("dueBefore")} />
        </div>
        {sorted && (
          <Select
            name="sort"
            label={list.sort}
            any={list.sorts[usual]}
            value={sort}
            choices={SORTS.filter((order) => order !== usual).map((order) => ({
              value: order,
              text: list.sorts[order],
            }))}
          />
        )}
        <div className="field">
          <button className="button primary" type="submit">
            {list.apply}
          </button>
        </div>
      </form>
    </search>
  );
}
