import type { ForecastItem } from "../../db/forecast-item.ts";
import { type Day as CalendarDay, daysBetween } from "../../domain/day.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { DueWindow } from "../../domain/window.ts";
import type { Messages } from "../../messages/en.ts";
import { Day } from "./day.tsx";
import { OutcomeMark } from "./marks.tsx";
import { Sentence } from "./sentence.tsx";
import { timingText } from "./timing-text.ts";

interface Told {
  readonly forecast: ForecastItem;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

/** The due window in words. */
export function WindowText({ window, language, m }: { window: DueWindow; language: Language; m: Messages }) {
  const { dueFrom, dueBy } = window;
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  if (dueFrom === null) return m.when.undated;
  if (dueBy === null) return <Sentence parts={m.when.windowOpen(write(dueFrom))} />;
  if (dueBy === dueFrom) return <Sentence parts={m.when.windowDay(write(dueBy))} />;
  return <Sentence parts={m.when.window(write(dueFrom), write(dueBy))} />;
}

function Detail({ forecast, language, m }: Omit<Told, "today">) {
  const { status, dueFrom, dueBy, graceBy, reviewOn, verdict } = forecast;
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  switch (status) {
    case "resolved":
      return verdict === null ? null : timingText(verdict, forecast, m);
    case "overdue":
    case "due":
      if (dueBy === null) return null;
      return (
        <Sentence
          parts={graceBy === null ? m.when.due(write(dueBy)) : m.when.dueGrace(write(dueBy), write(graceBy))}
        />
      );
    case "open":
    case "upcoming":
      return <WindowText window={{ dueFrom, dueBy, graceBy }} language={language} m={m} />;
    case "review":
    case "watching":
      return reviewOn === null ? m.when.undated : <Sentence parts={m.when.review(write(reviewOn))} />;
    default:
      return status satisfies never;
  }
}

/** How far a forecast is from what it waits for, in a few words. */
function Headline({ forecast, today, m }: Omit<Told, "language">) {
  const { status, dueFrom, dueBy, verdict } = forecast;
  if (verdict !== null) return <OutcomeMark outcome={verdict.outcome} m={m} />;
  if (status === "overdue" && dueBy !== null) return m.when.pastDue(daysBetween(dueBy, today));
  if (status === "open" && dueBy !== null) {
    const left = daysBetween(today, dueBy);
    return left === 0 ? m.when.lastDay : m.when.left(left);
  }
  if (status === "upcoming" && dueFrom !== null) return m.when.opens(daysBetween(today, dueFrom));
  return m.status[status];
}

/** Where a forecast stands in time: the status first, the days that decide it below. */
export function DueText(told: Told) {
  return (
    <div className={`when status-${told.forecast.status}`}>
      <b>
        <Headline {...told} />
      </b>
      <Detail {...told} />
    </div>
  );
}
