import type { Outcome, Stance } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { type Markup, markup } from "./markup.ts";

/** The shape of each outcome, in a box of 10 by 10: told apart without colour. */
export const OUTCOME_SHAPES: { readonly [O in Outcome]: string } = {
  true: "M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
  partly: "M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM5 1.6v6.8a3.4 3.4 0 0 0 0-6.8z",
  false: "M1.5 0L5 3.5L8.5 0L10 1.5L6.5 5L10 8.5L8.5 10L5 6.5L1.5 10L0 8.5L3.5 5L0 1.5z",
  unclear: "M5 0L10 5L5 10L0 5zM5 2.4L2.4 5L5 7.6L7.6 5z",
  void: "M0 3.8h10v2.4H0z",
};

/** The shape of each stance: up for, down against, a dot for neither. */
export const STANCE_SHAPES: { readonly [S in Stance]: string } = {
  supports: "M5 0.5L10 9.5H0z",
  contradicts: "M5 9.5L0 0.5H10z",
  context: "M5 2a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
};

const Shape = ({ path }: { path: string }) => (
  <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
    <path d={path} fill="currentColor" fillRule="evenodd" />
  </svg>
);

/** An outcome by colour, shape and word. */
export function OutcomeMark({ outcome, m }: { outcome: Outcome; m: Messages }) {
  return (
    <span className={`outcome outcome-${outcome}`}>
      <Shape path={OUTCOME_SHAPES[outcome]} />
      {m.outcome[outcome]}
    </span>
  );
}

/** A stance by colour and shape, with the words beside it. */
export function StanceMark({ stance, children }: { stance: Stance; children: React.ReactNode }) {
  return (
    <span className={`stance ${stance}`}>
      <Shape path={STANCE_SHAPES[stance]} /> {children}
    </span>
  );
}

/** How much evidence there is for and against. */
export function Tally({ counts, m }: { counts: { readonly [S in Stance]: number }; m: Messages }) {
  const { supports, contradicts, context } = counts;
  if (supports + contradicts + context === 0) return <span>{m.tally.none}</span>;
  return (
    <span className="tally">
      {supports > 0 && <StanceMark stance="supports">{m.tally.for(supports)}</StanceMark>}
      {contradicts > 0 && <StanceMark stance="contradicts">{m.tally.against(contradicts)}</StanceMark>}
      {context > 0 && <StanceMark stance="context">{m.tally.context(context)}</StanceMark>}
    </span>
  );
}

const shape = (path: string): Markup =>
  markup`<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="${path}" fill="currentColor" fill-rule="evenodd"/></svg>`;

/** `OutcomeMark` as markup. */
export const outcomeMarkup = (outcome: Outcome, m: Messages): Markup =>
  markup`<span class="outcome outcome-${outcome}">${shape(OUTCOME_SHAPES[outcome])}${m.outcome[outcome]}</span>`;

const stanceMarkup = (stance: Stance, words: string): Markup =>
  markup`<span class="stance ${stance}">${shape(STANCE_SHAPES[stance])} ${words}</span>`;

/** `Tally` as markup. */
export function tallyMarkup(counts: { readonly [S in Stance]: number }, m: Messages): Markup {
  const { supports, contradicts, context } = counts;
  if (supports + contradicts + context === 0) return markup`<span>${m.tally.none}</span>`;
  return markup`<span class="tally">${[
    supports > 0 && stanceMarkup("supports", m.tally.for(supports)),
    contradicts > 0 && stanceMarkup("contradicts", m.tally.against(contradicts)),
    context > 0 && stanceMarkup("context", m.tally.context(context)),
  ]}</span>`;
}
