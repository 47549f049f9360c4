import type { HistoryEntry } from "#db/change/history.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { instantMarkup } from "../../_words/instant.tsx";
import { type Markup, markup } from "../../_words/markup.ts";
import { routes } from "../../_words/routes.ts";
import { wordingOf } from "../../_words/translated.tsx";
import { isolatedMarkup } from "../text/isolated.tsx";
import { Rendered } from "../text/rendered.tsx";
import { changeMarkup } from "./change-table.tsx";

type Value = NonNullable<HistoryEntry["after"]>[string] | undefined;

const countOf = (value: Value): number => (typeof value === "number" ? value : 0);

const folded = (change: Markup | null, m: Messages): Markup | null =>
  change === null
    ? null
    : markup`<details class='quiet-details'><summary>${m.history.change}</summary>${change}</details>`;

interface HistoryListProps {
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
  /** Whether each says which forecast it is about. */
  readonly named?: boolean;
}

function logged(entry: HistoryEntry, told: HistoryListProps): Markup {
  const { id, at, by, action, forecast, reason, before, after } = entry;
  const { language, m, timeZone, named = true } = told;
  const claim = forecast === null ? null : wordingOf(forecast.claim, language);
  const title = (after ?? before)?.title;
  return markup`<li class='log' id='change-${id}'><div class='small'>${instantMarkup(at, language, timeZone)}</div><div><b>${
    m.history.actions[action]
  }</b> <span class='small'>${m.history.by(isolatedMarkup(by ?? m.form.unnamed))}</span>${[
    action === "seeded" &&
      markup`<p>${m.history.seeded(countOf(after?.forecasts), countOf(after?.evidence))}</p>`,
    named &&
      forecast !== null &&
      claim !== null &&
      markup`<p><a href='${routes.forecast(forecast.slug)}'${claim.lang !== language && markup` lang='${claim.lang}'`}>${isolatedMarkup(claim.text)}</a></p>`,
    typeof title === "string" && markup`<p class='typed'>${isolatedMarkup(title)}</p>`,
    reason !== null &&
      markup`<p class='typed'><span class='small'>${m.history.reason}:</span> ${isolatedMarkup(reason)}</p>`,
    action !== "seeded" && folded(changeMarkup({ before, after, language, m }), m),
  ]}</div></li>`;
}

/** Changes as they are rendered, the newest first: when, who, what, why, before and after. */
export const renderHistory = (entries: readonly HistoryEntry[], told: HistoryListProps): Markup =>
  markup`${entries.map((entry) => logged(entry, told))}`;

export const History = ({ of }: { of: Markup }) => <Rendered as="ol" className="plain" of={of} />;
