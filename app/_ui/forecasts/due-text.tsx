import type { ReactNode } from "react";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import { type Day as CalendarDay, daysBetween } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { DueWindow } from "#domain/window.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { timingText } from "../../_words/timing.ts";
import { Sentence } from "../text/isolated.tsx";
import { OutcomeMark } from "../text/marks.tsx";

interface DueTextProps {
  readonly forecast: ForecastItem;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

function windowParts({ dueFrom, dueBy }: DueWindow, language: Language, m: Messages): readonly ReactNode[] {
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  if (dueFrom === null) return [m.when.undated];
  if (dueBy === null) return m.when.windowOpen(write(dueFrom));
  if (dueBy === dueFrom) return m.when.windowDay(write(dueBy));
  return m.when.window(write(dueFrom), write(dueBy));
}

/** The due window in words. */
export function WindowText({ window, language, m }: { window: DueWindow; language: Language; m: Messages }) {
  return <Sentence parts={windowParts(window, language, m)} />;
}

/** The days that decide, in a sentence. */
function detail({ forecast, language, m }: DueTextProps): readonly ReactNode[] {
  const { status, dueBy, graceBy, reviewOn, verdict } = forecast;
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  switch (status) {
    case "resolved":
      return verdict === null ? [] : [timingText(verdict, forecast, m)];
    case "overdue":
    case "due":
      if (dueBy === null) return [];
      return graceBy === null ? m.when.due(write(dueBy)) : m.when.dueGrace(write(dueBy), write(graceBy));
    case "open":
    case "upcoming":
      return windowParts(forecast, language, m);
    case "review":
    case "watching":
      return reviewOn === null ? [m.when.undated] : m.when.review(write(reviewOn));
    default:
      return status satisfies never;
  }
}

/** How far a forecast is from what it waits for, in a few words. */
function headline({ forecast, today, m }: DueTextProps): ReactNode {
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
export const DueText = (due: DueTextProps) => (
  <div className={`when status-${due.forecast.status}`}>
    <b>{headline(due)}</b>
    <Sentence parts={detail(due)} />
  </div>
);
