export interface RuleBand {
  readonly from: string;
  /** Null: without end. */
  readonly to: string | null;
  readonly text: React.ReactNode;
}

/**
 * What the day of a verdict makes of it, with the forecast's own days. With script (app/_script/timing.ts) the line that
 * the typed day falls under is marked.
 */
export const TimingRule = ({
  title,
  bands,
  field,
}: {
  title: string;
  bands: readonly RuleBand[];
  field: string;
}) => (
  <div className="rule-box" aria-live="polite" data-day-of={field}>
    <b>{title}</b>
    <ul>
      {bands.map(({ from, to, text }) => (
        <li key={from} data-from={from} data-to={to ?? undefined}>
          {text}
        </li>
      ))}
    </ul>
  </div>
);
