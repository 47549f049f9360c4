import type { ReactNode } from "react";
import { OUTCOMES, STANCES } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { OutcomeMark, StanceMark } from "../text/marks.tsx";

function Mark({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li>
      <svg className="mark-shape" viewBox="0 0 26 14" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}

/** One of each colour of bar. */
const COLOURS = ["overdue", "open", "upcoming", "resolved"] as const;

/** What the marks of the chart mean. */
export function Legend({ m }: { m: Messages }) {
  const { marks, legend } = m.timeline;
  return (
    <div className="timeline-legend">
      <p id="timeline-legend">{legend}</p>
      <ul className="plain" aria-labelledby="timeline-legend">
        <Mark words={marks.said}>
          <path className="wait" d="M13 7H26" />
          <circle className="said" cx={9} cy={7} r={4} />
        </Mark>
        <Mark words={marks.window}>
          <rect className="any-window" x={1} y={2} width={24} height={10} rx={1.5} />
        </Mark>
        <Mark words={marks.grace}>
          <rect className="bar-grace any-grace" x={1} y={4} width={24} height={6} />
        </Mark>
        <Mark words={marks.today}>
          <path className="now" d="M13 0V14" />
        </Mark>
        {STANCES.map((stance) =>
          stance === "context" ? null : (
            <li key={stance}>
              <StanceMark stance={stance}>{marks[stance]}</StanceMark>
            </li>
          ),
        )}
        {COLOURS.map((status) => (
          <Mark key={status} words={m.status[status]}>
            <rect className={`bar-window fill-${status}`} x={1} y={2} width={24} height={10} rx={1.5} />
          </Mark>
        ))}
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <OutcomeMark outcome={outcome} m={m} />
          </li>
        ))}
      </ul>
    </div>
  );
}
