import type { Outcome, Stance } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";

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

/** An outcome by colour, shape and word; the shape comes with the class. */
export const OutcomeMark = ({ outcome, m }: { outcome: Outcome; m: Messages }) => (
  <span className={`outcome outcome-${outcome}`}>{m.outcome[outcome]}</span>
);

/** A stance by colour and shape, with the words beside it. */
export const StanceMark = ({ stance, children }: { stance: Stance; children: React.ReactNode }) => (
  <span className={`stance ${stance}`}>{children}</span>
);

type Counts = { readonly [S in Stance]: number };

const entries = ({ supports, contradicts, context }: Counts, m: Messages) =>
  (
    [
      { stance: "supports", count: supports, words: m.tally.for(supports) },
      { stance: "contradicts", count: contradicts, words: m.tally.against(contradicts) },
      { stance: "context", count: context, words: m.tally.context(context) },
    ] as const
  ).filter(({ count }) => count > 0);

/** How much evidence there is for and against. */
export function Tally({ counts, m }: { counts: Counts; m: Messages }) {
  const shown = entries(counts, m);
  if (shown.length === 0) return <span>{m.tally.none}</span>;
  return (
    <span className="tally">
      {shown.map(({ stance, words }) => (
        <StanceMark key={stance} stance={stance}>
          {words}
        </StanceMark>
      ))}
    </span>
  );
}
