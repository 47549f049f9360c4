import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { EvidenceDay } from "#db/lists/timeline.ts";
import { type Day, daysBetween, later } from "#domain/day.ts";
import { endOf } from "#domain/window.ts";
import { OUTCOME_SHAPES } from "../text/marks.tsx";

type Drawable = Pick<ForecastItem, "saidOn" | "dueFrom" | "dueBy" | "graceBy" | "status" | "verdict">;

/** How far past the last day that matters the line goes on, as a part of the whole. */
const MARGIN = 0.05;
/** How long a window without a last day is drawn, in days. */
const ENDLESS = 365;

interface WindowBarProps {
  readonly forecast: Drawable;
  readonly today: Day;
  readonly evidenceDays?: readonly EvidenceDay[];
}

/**
 * A forecast's due window as a bar as wide as there is room: said-ring, window, our grace, today, and ticks for
 * dated evidence, above for and below against. Decoration: the words beside it say the same.
 */
export function WindowBar({ forecast, today, evidenceDays = [] }: WindowBarProps) {
  const { saidOn, dueFrom, dueBy, graceBy, status, verdict } = forecast;
  if (dueFrom === null) return null;
  const end = endOf(forecast) ?? later(dueFrom, today);
  const known = verdict === null ? null : (verdict.happenedOn ?? verdict.knownOn);
  const last = later(later(end, today), known ?? end);
  const span = Math.max(daysBetween(saidOn, last) + (dueBy === null ? ENDLESS : 1), 1);
  const place = (on: Day, edge: 0 | 1 = 0) => {
    const part = (daysBetween(saidOn, on) + edge) / span;
    return 100 * (MARGIN + part * (1 - 2 * MARGIN));
  };
  const percent = (value: number) => `${value.toFixed(1)}%`;
  const x = (on: Day, edge: 0 | 1 = 0) => percent(place(on, edge));
  const close = dueBy === null ? 100 : place(dueBy, 1);
  // A window of one day is still to be seen.
  const width = percent(Math.max(close - place(dueFrom), 1.2));
  const ticks = evidenceDays.filter(({ on, stance }) => stance !== "context" && on >= saidOn && on <= last);
  return (
    <svg className="bar" aria-hidden="true">
      <rect className="track" />
      <rect className={`window fill-${status}`} x={x(dueFrom)} width={width} />
      {graceBy !== null && dueBy !== null && (
        <rect
          className={`grace fill-${status}`}
          x={percent(close)}
          width={percent(place(graceBy, 1) - close)}
        />
      )}
      {ticks.map(({ on, stance }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several may be of one day and one stance
        <rect key={at} className={`tick-${stance}`} x={x(on)} />
      ))}
      <circle className="said" cx={x(saidOn)} />
      <rect className="today" x={x(today)} />
      {verdict !== null && known !== null && (
        <svg aria-hidden="true" x={x(known)} y="7" overflow="visible">
          <path
            className={`outcome-${verdict.outcome} mark`}
            d={OUTCOME_SHAPES[verdict.outcome]}
            transform="translate(-5 0)"
            fillRule="evenodd"
          />
        </svg>
      )}
    </svg>
  );
}
