import type { ForecastItem } from "../../db/forecast-item.ts";
import type { EvidenceDay } from "../../db/timeline.ts";
import { type Day, daysAfter, daysBetween, later } from "../../domain/day.ts";
import { endOf } from "../../domain/window.ts";
import { OUTCOME_SHAPES } from "./marks.tsx";

type Drawn = Pick<ForecastItem, "saidOn" | "dueFrom" | "dueBy" | "graceBy" | "status" | "verdict">;

const HEIGHT = 22;
const LINE = 12;
/** A window of one day is still to be seen. */
const NARROWEST = 4;

/**
 * A forecast's due window as a small bar: said-ring, window, our grace, today, and ticks for dated evidence, above
 * for and below against. Decoration: the words beside it say the same.
 */
export function WindowBar({
  forecast,
  today,
  evidenceDays = [],
  width = 240,
}: {
  forecast: Drawn;
  today: Day;
  evidenceDays?: readonly EvidenceDay[];
  width?: number;
}) {
  const { saidOn, dueFrom, dueBy, graceBy, status, verdict } = forecast;
  if (dueFrom === null) return null;
  const last = later(endOf(forecast) ?? daysAfter(dueFrom, 365), today);
  const margin = Math.ceil(daysBetween(saidOn, last) * 0.06) + 1;
  const span = daysBetween(saidOn, last) + 2 * margin;
  const x = (on: Day, edge: 0 | 1 = 0) => ((daysBetween(saidOn, on) + edge + margin) / span) * width;
  const close = dueBy === null ? width : x(dueBy, 1);
  const open = Math.min(x(dueFrom), close - NARROWEST);
  const mark = verdict === null ? null : (verdict.happenedOn ?? verdict.knownOn);
  return (
    <svg className="bar" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="track" d={`M0 ${LINE}H${width}`} />
      <rect className={`fill-${status}`} x={open} y={LINE - 4} width={close - open} height={8} rx={1} />
      {graceBy !== null && dueBy !== null && (
        <rect
          className={`grace fill-${status}`}
          x={close}
          y={LINE - 2}
          width={x(graceBy, 1) - close}
          height={4}
        />
      )}
      {evidenceDays.map(({ on, stance }, place) =>
        stance === "context" || on < saidOn ? null : (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no name of their own and never change places
            key={place}
            className={`tick-${stance}`}
            strokeWidth={1.5}
            d={stance === "supports" ? `M${x(on)} ${LINE - 5}v-5` : `M${x(on)} ${LINE + 5}v5`}
          />
        ),
      )}
      <circle className="said" cx={x(saidOn)} cy={LINE} r={3} />
      <path className="today" d={`M${x(today)} 1V${HEIGHT - 1}`} />
      {verdict !== null && mark !== null && (
        <path
          className={`outcome-${verdict.outcome}`}
          fill="currentColor"
          fillRule="evenodd"
          d={OUTCOME_SHAPES[verdict.outcome]}
          transform={`translate(${x(mark) - 5} ${LINE - 5})`}
        />
      )}
    </svg>
  );
}
