import type { Route } from "next";
import type { Standing } from "#db/lists/standing.ts";
import { OUTCOMES, STATUSES } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { type Markup, markup } from "../../_words/markup.ts";
import { withQuery } from "../../_words/routes.ts";
import { outcomeMarkup } from "../text/marks.tsx";
import { Rendered } from "../text/rendered.tsx";

interface Counted {
  readonly standing: Standing;
  /** The filter that names whose they are. */
  readonly by: { readonly speaker: string } | { readonly source: string };
  readonly m: Messages;
}

/** How a source's or a speaker's forecasts stand: counts that lead to the forecasts counted. */
export function standingMarkup({ standing, by, m }: Counted): Markup {
  const to = (more: Record<string, string>): Route =>
    withQuery("/forecasts", new URLSearchParams({ ...by, ...more }));
  const late = standing.recordedLate;
  const statuses = STATUSES.filter((status) => standing.byStatus[status] > 0);
  const outcomes = OUTCOMES.filter((outcome) => standing.byOutcome[outcome] > 0);
  return markup`<p class='standing'><a href='${to({})}'>${m.standing.forecasts(standing.forecasts)}</a>${statuses.map(
    (status) =>
      markup`<a href='${to({ status })}'>${m.status[status]} <b>${standing.byStatus[status]}</b></a>`,
  )}</p>${
    outcomes.length > 0 &&
    markup`<p class='standing'>${outcomes.map(
      (outcome) =>
        markup`<a href='${to({ outcome })}'>${outcomeMarkup(outcome, m)} <b>${standing.byOutcome[outcome]}</b></a>`,
    )}</p>`
  }${
    late.forecasts > 0 &&
    markup`<p class='standing small'>${m.standing.recordedLate(late.forecasts)}${OUTCOMES.filter(
      (outcome) => late.byOutcome[outcome] > 0,
    ).map(
      (outcome) => markup`<span>${outcomeMarkup(outcome, m)} <b>${late.byOutcome[outcome]}</b></span>`,
    )}</p>`
  }`;
}

export const StandingCounts = (counted: Counted) => <Rendered as="div" of={standingMarkup(counted)} />;
