import type { HistoryEntry } from "../../db/history.ts";
import { isDay } from "../../domain/day.ts";
import { type Language, OUTCOMES, STANCES, STRENGTHS } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { writeDay } from "./day.tsx";
import { Drawn } from "./drawn.tsx";
import { instantMarkup } from "./instant.tsx";
import { type Markup, markup } from "./markup.ts";
import { routes } from "./routes.ts";
import { wordingOf } from "./translated.tsx";

type Value = NonNullable<HistoryEntry["after"]>[string] | undefined;

function wordFor(field: string, value: string, m: Messages): string {
  const word = <W extends string>(words: readonly W[], texts: { readonly [K in W]: string }) =>
    words.filter((candidate) => candidate === value).map((candidate) => texts[candidate])[0] ?? value;
  if (field === "outcome") return word(OUTCOMES, m.outcome);
  if (field === "stance") return word(STANCES, m.stance);
  if (field === "strength") return word(STRENGTHS, m.strength);
  return value;
}

function written(field: string, value: Value, language: Language, m: Messages): string {
  if (value === null || value === undefined || value === "") return m.history.nothing;
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === "boolean") return value ? m.history.yes : m.history.no;
  if (typeof value !== "string") return String(value);
  return isDay(value) ? writeDay(value, language) : wordFor(field, value, m);
}

const isNamed = <T extends object>(names: T, field: string): field is string & keyof T =>
  Object.hasOwn(names, field);

function changes({ before, after }: HistoryEntry, { language, m }: Told): Markup | null {
  const fields = Object.keys(after ?? before ?? {});
  if (fields.length === 0) return null;
  const { history } = m;
  const head = (words: string) => markup`<th scope='col'>${words}</th>`;
  const value = (snapshot: HistoryEntry["after"], field: string) =>
    snapshot !== null && markup`<td class='typed'>${written(field, snapshot[field], language, m)}</td>`;
  return markup`<details class='quiet-details'><summary>${history.change}</summary><div class='scroll'><table class='changes'><thead><tr>${head(
    history.field,
  )}${before !== null && head(history.before)}${after !== null && head(history.after)}</tr></thead><tbody>${fields.map(
    (field) =>
      markup`<tr><th scope='row'>${isNamed(history.fields, field) ? history.fields[field] : field}</th>${value(before, field)}${value(after, field)}</tr>`,
  )}</tbody></table></div></details>`;
}

const countOf = (value: Value): number => (typeof value === "number" ? value : 0);

interface Told {
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
  /** Whether each says which forecast it is about. */
  readonly named?: boolean;
}

function logged(entry: HistoryEntry, told: Told): Markup {
  const { id, at, by, action, forecast, reason, before, after } = entry;
  const { language, m, timeZone, named = true } = told;
  const claim = forecast === null ? null : wordingOf(forecast.claim, language);
  const title = (after ?? before)?.title;
  return markup`<li class='log' id='change-${id}'><div class='small'>${instantMarkup(at, language, timeZone)}</div><div><b>${
    m.history.actions[action]
  }</b> <span class='small'>${m.history.by(by ?? m.form.unnamed)}</span>${[
    action === "seeded" &&
      markup`<p>${m.history.seeded(countOf(after?.forecasts), countOf(after?.evidence))}</p>`,
    named &&
      forecast !== null &&
      claim !== null &&
      markup`<p><a href='${routes.forecast(forecast.slug)}'${claim.lang !== language && markup` lang='${claim.lang}'`}>${claim.text}</a></p>`,
    typeof title === "string" && markup`<p class='typed'>${title}</p>`,
    reason !== null && markup`<p class='typed'><span class='small'>${m.history.reason}:</span> ${reason}</p>`,
    action !== "seeded" && changes(entry, told),
  ]}</div></li>`;
}

/** Changes as they are drawn, the newest first: when, who, what, why, before and after. */
export const drawHistory = (entries: readonly HistoryEntry[], told: Told): Markup =>
  markup`${entries.map((entry) => logged(entry, told))}`;

export const History = ({ of }: { of: Markup }) => <Drawn as="ol" className="plain" of={of} />;
