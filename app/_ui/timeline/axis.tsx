import { type AxisLine, axisLines, type Stretch, type Zoom } from "#domain/lists/axis.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { lineText, percent, periodText } from "./axis-words.tsx";

interface Axis {
  readonly zoom: Zoom;
  readonly stretch: Stretch;
  /** Where today stands; null outside the stretch. */
  readonly now: number | null;
}

/** The words at the heavy lines, and at the left edge the period that was running already, where there is room. */
function periodsOf(lines: readonly AxisLine[]): readonly AxisLine[] {
  const heavy = lines.filter(({ major, position }) => major && position < 0.93);
  const [first] = lines;
  const running = first !== undefined && !first.major && (heavy[0]?.position ?? 1) > 0.08;
  return running ? [first, ...heavy] : heavy;
}

/** The lines at which months, quarters or years begin, and today's. */
function Lines({ zoom, stretch, now, high }: Axis & { high: { major: number; minor: number; now: number } }) {
  const line = (position: number, kind: "major" | "minor" | "now") => (
    <line
      key={`${kind} ${position}`}
      className={kind}
      x1={percent(position)}
      x2={percent(position)}
      y1={high[kind]}
      y2="100%"
    />
  );
  return (
    <>
      {axisLines(zoom, stretch).map(({ position, major }) => line(position, major ? "major" : "minor"))}
      {line(1, "minor")}
      {now !== null && line(now, "now")}
    </>
  );
}

/** The head of the axis: periods, the lines within them, and the word for today over its line. */
export function AxisHead({ zoom, stretch, now, language, m }: Axis & { language: Language; m: Messages }) {
  const lines = axisLines(zoom, stretch);
  const nearEnd = now !== null && now > 0.9;
  return (
    <div className="axis-head">
      <svg aria-hidden="true">
        <Lines zoom={zoom} stretch={stretch} now={now} high={{ major: 4, minor: 22, now: 40 }} />
        {periodsOf(lines).map(({ on, position, major }, place) => (
          <text
            key={on}
            className={`period ${major ? "" : "running"} ${place % 2 === 0 ? "" : "second"}`}
            x={percent(position)}
            dx={5}
            y={15}
          >
            {periodText(zoom, on, m)}
          </text>
        ))}
        {lines.map(({ on, position }, place) => (
          <text
            key={on}
            className={place % 2 === 0 ? "line" : "line second"}
            x={percent(position)}
            dx={5}
            y={32}
          >
            {lineText(zoom, on, language, m)}
          </text>
        ))}
        {now !== null && (
          <text
            className="now"
            x={percent(now)}
            dx={nearEnd ? -5 : 5}
            y={50}
            textAnchor={nearEnd ? "end" : "start"}
          >
            {m.timeline.today}
          </text>
        )}
      </svg>
    </div>
  );
}

/** The lines of the axis behind all rows. */
export const AxisLines = (axis: Axis) => (
  <svg className="axis-lines" aria-hidden="true">
    <Lines {...axis} high={{ major: 0, minor: 0, now: 0 }} />
  </svg>
);
