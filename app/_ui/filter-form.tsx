import type { Route } from "next";
import type { SourceRecord } from "../../db/sources.ts";
import type { SpeakerRecord } from "../../db/speakers.ts";
import { type Language, OUTCOMES, SORTS, STATUSES } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { Drawn } from "./drawn.tsx";
import { markup } from "./markup.ts";
import { wordingOf } from "./translated.tsx";

export interface FilterOptions {
  readonly tags: readonly string[];
  readonly speakers: readonly Pick<SpeakerRecord, "slug" | "name">[];
  readonly sources: readonly Pick<SourceRecord, "slug" | "title">[];
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

const option = ({ value, text }: Choice, selected: boolean) =>
  markup`<option value='${value}'${selected && markup` selected=''`}>${text}</option>`;

function Select({
  name,
  label,
  any: unset,
  choices,
  value,
}: {
  name: string;
  label: string;
  any?: string;
  choices: readonly Choice[];
  value: string;
}) {
  const all = unset === undefined ? choices : [{ value: "", text: unset }, ...choices];
  const options = markup`${all.map((choice) => option(choice, choice.value === value))}`;
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <Drawn as="select" id={`filter-${name}`} name={name} of={options} />
    </div>
  );
}

/**
 * The filters that the list and the timeline share, as a GET form: what is asked for stands in the address.
 *
 * @param keep parameters of the page's own that the form passes on unchanged
 */
export function FilterForm({
  action,
  query,
  options,
  language,
  m,
  keep = [],
  sorted = false,
}: {
  action: Route;
  query: URLSearchParams;
  options: FilterOptions;
  language: Language;
  m: Messages;
  keep?: readonly string[];
  sorted?: boolean;
}) {
  const { list } = m;
  const value = (name: string) => query.get(name) ?? "";
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
          <input id="filter-q" type="search" name="q" defaultValue={value("q")} />
        </div>
        <Select
          name="status"
          label={list.status}
          any={list.any}
          value={value("status")}
          choices={STATUSES.map((status) => ({ value: status, text: m.status[status] }))}
        />
        <Select
          name="outcome"
          label={list.outcome}
          any={list.any}
          value={value("outcome")}
          choices={OUTCOMES.map((outcome) => ({ value: outcome, text: m.outcome[outcome] }))}
        />
        <Select
          name="speaker"
          label={list.speaker}
          any={list.any}
          value={value("speaker")}
          choices={options.speakers.map(({ slug, name }) => ({
            value: slug,
            text: wordingOf(name, language)?.text ?? slug,
          }))}
        />
        <Select
          name="source"
          label={list.source}
          any={list.any}
          value={value("source")}
          choices={options.sources.map(({ slug, title }) => ({ value: slug, text: title }))}
        />
        <Select
          name="tag"
          label={list.tag}
          any={list.any}
          value={value("tag")}
          choices={options.tags.map((tag) => ({ value: tag, text: tag }))}
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
            value={value("sort") || "due"}
            choices={SORTS.map((sort) => ({ value: sort, text: list.sorts[sort] }))}
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
