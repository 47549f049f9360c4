import type { Route } from "next";
import type { ReactNode } from "react";
import { DEFAULT_RATIOS, EVEN_START, oddsOf } from "#domain/evidence/odds.ts";
import { statedConfidence } from "#domain/forecasts/stated-confidence.ts";
import type { ReadinessEntry } from "#domain/verdicts/readiness.ts";
import { type Language, STRENGTHS } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { OddsAsked, OddsField } from "../../../_request/parse/odds.ts";
import { withQuery } from "../../../_words/routes.ts";
import { Sentence } from "../../text/isolated.tsx";
import type { Entries } from "./evidence-link.tsx";
import { OddsLimits, OddsResult } from "./odds-result.tsx";

/** Where the odds stand on their forecast's page. */
const ODDS = "odds";

interface OddsProps {
  readonly page: Route;
  readonly asked: OddsAsked;
  /** The probability that the speaker put into numbers. */
  readonly stated: number | null;
  readonly m: Messages;
}

function NumberField({
  name,
  label,
  hint,
  usual,
  asked,
  m,
}: Pick<OddsProps, "asked" | "m"> & { name: OddsField; label: ReactNode; hint?: ReactNode; usual: number }) {
  const fault = asked.question.ok ? undefined : asked.question.error.find(({ field }) => field === name);
  const id = `${ODDS}-${name}`;
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-error`].filter(
    Boolean,
  );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        inputMode="decimal"
        dir="auto"
        autoComplete="off"
        defaultValue={asked.typed[name] ?? String(usual)}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      />
      {fault !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {m.errors[fault.code](fault)}
        </p>
      )}
    </div>
  );
}

/** The address that asks for the odds from a start, with the ratios that were typed. */
function oddsFrom(page: Route, start: number, typed: OddsAsked["typed"] = {}): Route {
  const { start: _before, ...ratios } = typed;
  return withQuery(page, new URLSearchParams({ start: String(start), ...ratios }), ODDS);
}

/** What the odds are asked with, as a GET form: it changes nothing, and what was asked stands in the address. */
function OddsForm(all: OddsProps) {
  const { page, asked, stated, m } = all;
  const o = m.odds;
  return (
    <form className="form odds-form" action={withQuery(page, null, ODDS)}>
      {!asked.question.ok && (
        <div className="notice refused" role="alert">
          <p>
            <b>{o.faults(asked.question.error.length)}</b>
          </p>
        </div>
      )}
      <NumberField
        name="start"
        label={o.start}
        hint={
          <>
            {o.startHint}
            {stated !== null && (
              <Sentence
                parts={o.stated(stated, <a href={oddsFrom(page, stated, asked.typed)}>{o.startThere}</a>)}
              />
            )}
          </>
        }
        usual={EVEN_START}
        asked={asked}
        m={m}
      />
      <fieldset className="field" aria-describedby={`${ODDS}-ratios-hint`}>
        <legend>{o.ratios}</legend>
        <p className="hint" id={`${ODDS}-ratios-hint`}>
          {o.ratiosHint}
        </p>
        <div className="odds-ratios">
          {STRENGTHS.map((strength) => (
            <NumberField
              key={strength}
              name={strength}
              label={m.strength[strength]}
              usual={DEFAULT_RATIOS[strength]}
              asked={asked}
              m={m}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <button className="button" type="submit">
          {o.submit}
        </button>
      </div>
    </form>
  );
}

/** The odds, for those who want them: a link until somebody asks, because most who read the page do not. */
export function OddsSection({
  page,
  asked,
  confidence,
  weighed,
  ...told
}: {
  page: Route;
  asked: OddsAsked;
  /** The forecast's own words for how sure they sounded. */
  confidence: string | null;
  weighed: readonly ReadinessEntry[];
  entries: Entries;
  language: Language;
  m: Messages;
}) {
  const { m } = told;
  if (!asked.isAsked) {
    return (
      <p className="no-print" id={ODDS}>
        <a href={oddsFrom(page, EVEN_START)}>{m.odds.title}</a>
      </p>
    );
  }
  return (
    <details className="quiet-details odds no-print" id={ODDS} open>
      <summary>{m.odds.title}</summary>
      <div className="folded">
        <p className="hint">{m.odds.lead}</p>
        <OddsForm page={page} asked={asked} stated={statedConfidence(confidence)} m={m} />
        {asked.question.ok && <OddsResult odds={oddsOf(weighed, asked.question.value)} {...told} />}
        <OddsLimits m={m} />
      </div>
    </details>
  );
}
