import type { ReactNode } from "react";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import { type Day as CalendarDay, daysBetween } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import { endOf } from "#domain/window.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { Sentence } from "../text/isolated.tsx";
import { OutcomeMark, Tally } from "../text/marks.tsx";
import { VerdictText } from "./verdict-text.tsx";

interface AnswerProps {
  readonly forecast: ForecastDetail;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly timeZone: string;
  readonly m: Messages;
}

/** How it stands while no verdict does, in a sentence. */
function Waiting({ forecast, today, language, m }: AnswerProps) {
  const { status, dueFrom, dueBy, graceBy, reviewOn } = forecast;
  const { answer } = m.forecast;
  const write = (on: CalendarDay): ReactNode => <Day on={on} language={language} />;
  const end = endOf(forecast);
  if (status === "overdue" && end !== null) {
    return <Sentence parts={answer.overdue(write(end), daysBetween(end, today))} />;
  }
  if (status === "due" && dueBy !== null && graceBy !== null) {
    return <Sentence parts={answer.due(write(dueBy), write(graceBy))} />;
  }
  if (status === "open") {
    return dueBy === null ? (
      answer.openNoEnd
    ) : (
      <Sentence parts={answer.open(write(dueBy), daysBetween(today, dueBy))} />
    );
  }
  if (status === "upcoming" && dueFrom !== null) {
    return <Sentence parts={answer.upcoming(write(dueFrom), daysBetween(today, dueFrom))} />;
  }
  if (reviewOn === null) return answer.watching;
  return <Sentence parts={(status === "review" ? answer.review : answer.watchingReview)(write(reviewOn))} />;
}

/** Has it come true? The answer first: the standing verdict with its reasons, or where it stands. */
export function Answer(told: AnswerProps & { readonly children: ReactNode }) {
  const { forecast, language, m, timeZone, children } = told;
  const { verdict, status } = forecast;
  return (
    <section
      className={`answer status-${status}${verdict === null ? "" : ` verdict-${verdict.outcome}`}`}
      id="answer"
      aria-label={m.forecast.question}
    >
      <div>
        <strong>
          {verdict === null ? m.forecast.notDecided : <OutcomeMark outcome={verdict.outcome} m={m} />}
        </strong>
        <span className="small">{verdict === null ? m.status[status] : m.forecast.question}</span>
      </div>
      <div>
        {verdict === null ? (
          <>
            <p>
              <Waiting {...told} />
            </p>
            <p className="small">
              <Tally counts={forecast.evidenceCounts} m={m} />
            </p>
          </>
        ) : (
          <VerdictText verdict={verdict} forecast={forecast} language={language} m={m} timeZone={timeZone} />
        )}
        {children}
      </div>
    </section>
  );
}
