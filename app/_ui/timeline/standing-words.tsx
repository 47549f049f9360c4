import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { timingText } from "../../_words/timing.ts";
import { WindowText } from "../forecasts/due-text.tsx";
import { Sentence } from "../text/isolated.tsx";
import { OutcomeMark } from "../text/marks.tsx";

/** How a forecast stands, in the colour of its bar: its status, or its verdict with the timing. */
export function StandingText({ forecast, m }: { forecast: ForecastItem; m: Messages }) {
  const { status, verdict } = forecast;
  if (verdict === null) return <b className={`status-${status}`}>{m.status[status]}</b>;
  const timing = timingText(verdict, forecast, m);
  return (
    <>
      <OutcomeMark outcome={verdict.outcome} m={m} />
      {timing !== null && <span>{timing}</span>}
    </>
  );
}

/** The due window with our grace, in words. */
export function WindowWords({
  forecast,
  language,
  m,
}: {
  forecast: ForecastItem;
  language: Language;
  m: Messages;
}) {
  const { graceBy } = forecast;
  return (
    <>
      <span>
        <WindowText window={forecast} language={language} m={m} />
      </span>
      {graceBy !== null && (
        <span>
          <Sentence parts={m.timeline.graceTo(<Day on={graceBy} language={language} />)} />
        </span>
      )}
    </>
  );
}
