import type { Route } from "next";
import type { ReactNode } from "react";
import { DEFAULT_RATIOS, EVEN_START } from "../../../../domain/evidence/odds.ts";
import { STRENGTHS } from "../../../../domain/vocabulary.ts";
import type { Messages } from "../../../../messages/en.ts";
import type { OddsAsked, OddsField } from "../../../_request/parse/odds.ts";
import { withQuery } from "../../../_words/routes.ts";
import { Sentence } from "../../text/sentence.tsx";

/** Where the odds stand on their forecast's page. */
export const ODDS = "odds";

interface Asked {
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
}: Pick<Asked, "asked" | "m"> & { name: OddsField; label: ReactNode; hint?: ReactNode; usual: number }) {
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
export function oddsFrom(page: Route, start: number, typed: OddsAsked["typed"] = {}): Route {
  const { start: _before, ...ratios } = typed;
  return withQuery(page, new URLSearchParams({ start: String(start), ...ratios }), ODDS);
}

/** What the odds are asked with, as a GET form: it changes nothing, and what was asked stands in the address. */
export function OddsForm(all: Asked) {
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
