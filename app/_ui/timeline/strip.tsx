import type { TimelineItem } from "#db/lists/timeline.ts";
import { type Day, daysAfter } from "#domain/day.ts";
import { positionOf, type Stretch, shownIn } from "#domain/lists/axis.ts";
import { endOf } from "#domain/window.ts";
import type { Messages } from "#messages/en.ts";
import { OUTCOME_SHAPES, STANCE_SHAPES } from "../text/marks.tsx";
import { Place, percent, yearOf } from "./axis-words.tsx";

export const FADE = "timeline-fade";

interface Drawn {
  readonly forecast: TimelineItem;
  readonly stretch: Stretch;
}

const isIn = ({ from, to }: Stretch, on: Day) => from <= on && on <= to;

/** The days between what was said and the window it speaks of. */
function Wait({ forecast: { saidOn, dueFrom }, stretch }: Drawn) {
  if (dueFrom === null || dueFrom <= saidOn) return null;
  const shown = shownIn(stretch, saidOn, daysAfter(dueFrom, -1));
  if (shown === null) return null;
  return <line className="wait" x1={percent(shown.start)} x2={percent(shown.end)} />;
}

/** The window, a diamond where it is a single day, fading away where it has no last one; and our grace after it. */
function Bars({ forecast: { dueFrom, dueBy, graceBy, status }, stretch }: Drawn) {
  if (dueFrom === null) return null;
  const window = shownIn(stretch, dueFrom, dueBy);
  const grace = graceBy === null || dueBy === null ? null : shownIn(stretch, daysAfter(dueBy, 1), graceBy);
  // A few days among fifteen years are still to be seen.
  const run = ({ start, end }: { start: number; end: number }) => {
    const width = percent(end - start);
    return { x: percent(start), width, style: { width: `max(3px, ${width})` } };
  };
  return (
    <>
      {grace !== null && <rect className={`bar-grace fill-${status}`} {...run(grace)} y={-3} height={6} />}
      {window !== null && dueFrom !== dueBy && (
        <rect
          className={`bar-window fill-${status}`}
          {...run(window)}
          y={-6}
          height={12}
          rx={1.5}
          mask={dueBy === null ? `url(#${FADE})` : undefined}
        />
      )}
      {window !== null && dueFrom === dueBy && (
        <Place at={(window.start + window.end) / 2}>
          <path className={`bar-window fill-${status}`} d="M0 -8.5L6.5 0L0 8.5L-6.5 0z" />
        </Place>
      )}
    </>
  );
}

/** Where the window runs on beyond the stretch: an arrow, and the year it runs from or to. */
function Cuts({ forecast, stretch, m }: Drawn & { m: Messages }) {
  const { dueFrom, dueBy, status } = forecast;
  if (dueFrom === null) return null;
  const end = endOf(forecast);
  const endsIn = dueBy === null ? m.when.noEnd : end === null ? "" : m.timeline.toYear(yearOf(end));
  return (
    <>
      {dueFrom < stretch.from && (
        <>
          <path className={`cut fill-${status}`} d="M-4 -6L-11 0L-4 6z" />
          <text className="cut-words" y={-10}>
            {m.timeline.fromYear(yearOf(dueFrom))}
          </text>
        </>
      )}
      {(end === null || end > stretch.to) && (
        <Place at={1}>
          <path className={`cut fill-${status}`} d="M4 -6L11 0L4 6z" />
          <text className="cut-words" y={-10} textAnchor="end">
            {endsIn}
          </text>
        </Place>
      )}
    </>
  );
}

/** Dated evidence, above the bar for and below it against. Several pages of one day and stance make one tick. */
function Ticks({ forecast, stretch }: Drawn) {
  const days = new Map(forecast.evidenceDays.map((tick) => [`${tick.on} ${tick.stance}`, tick]));
  return [...days].map(([key, { on, stance }]) =>
    stance === "context" || !isIn(stretch, on) ? null : (
      <Place key={key} at={positionOf(stretch, on)}>
        <path
          className={`tick-${stance}`}
          d={STANCE_SHAPES[stance]}
          transform={`translate(-4 ${stance === "supports" ? -17 : 9}) scale(.8)`}
        />
      </Place>
    ),
  );
}

/** The verdict, on the day it happened, else on the day it could be known. */
function Verdict({ forecast: { verdict }, stretch }: Drawn) {
  const on = verdict === null ? null : (verdict.happenedOn ?? verdict.knownOn);
  if (verdict === null || on === null || !isIn(stretch, on)) return null;
  return (
    <Place at={positionOf(stretch, on)}>
      <circle className="halo" r={9} />
      <path
        className={`outcome-${verdict.outcome}`}
        fill="currentColor"
        fillRule="evenodd"
        d={OUTCOME_SHAPES[verdict.outcome]}
        transform="translate(-6.5 -6.5) scale(1.3)"
      />
    </Place>
  );
}

/**
 * One forecast on the axis. Drawn from back to front: what is said last must never be hidden, so the bar comes first
 * and the ring, the ticks and the verdict stand on it. Decoration: the words beside it say the same.
 */
export function Strip({ forecast, stretch, now, m }: Drawn & { now: number | null; m: Messages }) {
  const { saidOn } = forecast;
  return (
    <svg className="strip" aria-hidden="true">
      <svg y="50%" overflow="visible" aria-hidden="true">
        <Wait forecast={forecast} stretch={stretch} />
        <Bars forecast={forecast} stretch={stretch} />
        <Cuts forecast={forecast} stretch={stretch} m={m} />
      </svg>
      {now !== null && <line className="now" x1={percent(now)} x2={percent(now)} y1="0" y2="100%" />}
      <svg y="50%" overflow="visible" aria-hidden="true">
        {isIn(stretch, saidOn) && <circle className="said" cx={percent(positionOf(stretch, saidOn))} r={4} />}
        <Ticks forecast={forecast} stretch={stretch} />
        <Verdict forecast={forecast} stretch={stretch} />
      </svg>
    </svg>
  );
}
