import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import { type Day, day, daysAfter, daysBetween, earlier, isDay, LAST_DAY, later } from "#domain/day.ts";
import { type BalanceStep, SIDES, type Side } from "#domain/evidence/balance.ts";
import { positionOf, type Stretch, shownIn } from "#domain/lists/axis.ts";
import type { Strength } from "#domain/vocabulary.ts";
import { endOf } from "#domain/window.ts";
import { STANCE_SHAPES } from "../../text/marks.tsx";
import { Place, percent } from "../../timeline/axis-words.tsx";

/** Of the days shown, at most this part is still to come: a window decades ahead leaves the evidence no room. */
const MOST_AHEAD = 0.4;
/** A part of all days that is left free on either side, for the marks. */
const MARGIN = 0.03;

const FIRST_DAY = day("0001-01-01");

const beyond = (on: Day, days: number): Day =>
  daysBetween(on, LAST_DAY) > days ? daysAfter(on, days) : LAST_DAY;

/**
 * The days that the chart shows: from when it was said, or the first evidence, to today and as much of the window as
 * has room.
 */
export function stretchShown(
  forecast: Pick<ForecastDetail, "saidOn" | "dueFrom" | "dueBy" | "graceBy">,
  steps: readonly BalanceStep[],
  today: Day,
): Stretch {
  const from = earlier(forecast.saidOn, steps[0]?.on ?? today);
  const now = later(today, steps.at(-1)?.on ?? today);
  const past = Math.max(daysBetween(from, now), 30);
  const mostAhead = beyond(now, Math.round((past * MOST_AHEAD) / (1 - MOST_AHEAD)));
  const end = endOf(forecast) ?? forecast.dueFrom ?? now;
  const to = later(now, earlier(end, mostAhead));
  const margin = Math.ceil(MARGIN * Math.max(daysBetween(from, to), 30));
  const before = Math.min(margin, daysBetween(FIRST_DAY, from));
  return { from: daysAfter(from, -before), to: beyond(to, margin) };
}

/** Pixels from the middle line to either edge, and what of it the steps may use. */
const HALF = 72;
const ROOM = 56;
/** A step is no higher than this, so that one entry does not look like a landslide. */
const HIGHEST_STEP = 22;
const SIZES: { readonly [W in Strength]: number } = { weak: 0.8, moderate: 1.1, strong: 1.45 };

interface Drawn {
  readonly steps: readonly BalanceStep[];
  readonly stretch: Stretch;
  /** How high one entry is. */
  readonly unit: number;
}

const heightOf = (side: Side, count: number, unit: number) => (side === "supports" ? -1 : 1) * count * unit;

/** How many there were on a side, from each day to the next and from the last to today. */
function StepLine({ steps, stretch, unit, side, today }: Drawn & { side: Side; today: Day }) {
  const last = steps.at(-1)?.on ?? today;
  const end = last > today ? last : today;
  return steps.map((step, place) => {
    const [x, before] = [percent(positionOf(stretch, step.on)), steps[place - 1]?.[side] ?? 0];
    const [low, high] = [heightOf(side, before, unit), heightOf(side, step[side], unit)];
    const next = percent(positionOf(stretch, steps[place + 1]?.on ?? end));
    return (
      <g key={step.on} className={`balance-line balance-${side}`}>
        {step[side] > before && <line x1={x} x2={x} y1={low} y2={high} />}
        {step[side] > 0 && <line x1={x} x2={next} y1={high} y2={high} />}
      </g>
    );
  });
}

/** Each entry at the height that it lifted its side to; open where its day is the one it was logged on. */
function Marks({ steps, stretch, unit, side }: Drawn & { side: Side }) {
  return steps.map((step, place) => {
    const own = step.entries.filter(({ stance }) => stance === side);
    const before = steps[place - 1]?.[side] ?? 0;
    return (
      <Place key={step.on} at={positionOf(stretch, step.on)}>
        {own.map(({ id, strength, publishedOn }, nth) => {
          const size = SIZES[strength];
          const y = heightOf(side, before + nth + 1, unit) - 5 * size;
          return (
            <path
              key={id}
              className={`balance-mark tick-${side}${publishedOn === null ? " is-open" : ""}`}
              d={STANCE_SHAPES[side]}
              transform={`translate(${-5 * size} ${y}) scale(${size})`}
            />
          );
        })}
      </Place>
    );
  });
}

/** The first of January of every year shown; of many years only some. */
function yearsIn({ from, to }: Stretch): readonly Day[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const every = Math.ceil((last - first + 1) / 8);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => first + nth)
    .filter((year) => (year - first) % every === 0)
    .map((year) => `${String(year).padStart(4, "0")}-01-01`)
    .filter(isDay);
}

/** How the evidence for and against came in, over time. Decoration: the table beside it says the same. */
export function BalanceChart({
  forecast,
  steps,
  today,
}: {
  forecast: Pick<ForecastDetail, "saidOn" | "dueFrom" | "dueBy" | "graceBy">;
  steps: readonly BalanceStep[];
  today: Day;
}) {
  const stretch = stretchShown(forecast, steps, today);
  const most = Math.max(1, ...steps.flatMap(({ supports, contradicts }) => [supports, contradicts]));
  const drawn = { steps, stretch, unit: Math.min(HIGHEST_STEP, ROOM / most) };
  const { dueFrom, dueBy } = forecast;
  const window = dueFrom === null ? null : shownIn(stretch, dueFrom, dueBy);
  const now = percent(positionOf(stretch, today));
  return (
    <svg className="balance-chart" aria-hidden="true">
      {window !== null && (
        <rect
          className="balance-window"
          x={percent(window.start)}
          width={percent(window.end - window.start)}
          y={0}
          height={2 * HALF}
        />
      )}
      {yearsIn(stretch).map((on) => (
        <g key={on}>
          <line
            className="balance-year"
            x1={percent(positionOf(stretch, on))}
            x2={percent(positionOf(stretch, on))}
            y1={0}
            y2={2 * HALF}
          />
          <text x={percent(positionOf(stretch, on))} dx={4} y={2 * HALF + 12}>
            {Number(on.slice(0, 4))}
          </text>
        </g>
      ))}
      <line className="balance-middle" x1="0" x2="100%" y1={HALF} y2={HALF} />
      <line className="now" x1={now} x2={now} y1={0} y2={2 * HALF} />
      <svg y={HALF} overflow="visible" aria-hidden="true">
        {SIDES.map((side) => (
          <StepLine key={side} {...drawn} side={side} today={today} />
        ))}
        {SIDES.map((side) => (
          <Marks key={side} {...drawn} side={side} />
        ))}
      </svg>
    </svg>
  );
}
