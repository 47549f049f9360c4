import type { ReactNode } from "react";
import type { ForecastDetail } from "../../../../db/lists/forecast-detail.ts";
import type { Day as CalendarDay } from "../../../../domain/day.ts";
import type { Balance } from "../../../../domain/evidence/balance.ts";
import type { Language } from "../../../../domain/vocabulary.ts";
import type { Messages } from "../../../../messages/en.ts";
import { Day } from "../../../_words/day.tsx";
import { StanceMark } from "../../text/marks.tsx";
import { Sentence } from "../../text/sentence.tsx";
import { BalanceChart } from "./chart.tsx";
import { CountsTable, KindCounts } from "./counts-table.tsx";
import { type Entries, EvidenceLink } from "./evidence-link.tsx";
import { StepsTable } from "./steps-table.tsx";
import { stretchShown } from "./stretch.ts";

interface Told {
  readonly forecast: ForecastDetail;
  readonly balance: Balance;
  readonly entries: Entries;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

/** What the marks of the chart are, with the days that it shows. */
function ChartKey({ forecast, balance, today, language, m }: Told) {
  const { marks } = m.balance;
  const { dueFrom } = forecast;
  const hasLogged = balance.steps.some(({ entries }) =>
    entries.some(({ publishedOn }) => publishedOn === null),
  );
  const isAhead = dueFrom !== null && dueFrom > stretchShown(forecast, balance.steps, today).to;
  return (
    <p className="meta balance-key">
      <StanceMark stance="supports">{marks.for}</StanceMark>
      <StanceMark stance="contradicts">{marks.against}</StanceMark>
      {hasLogged && (
        <span>
          <svg className="balance-open-key" viewBox="-1 -1 12 12" aria-hidden="true">
            <path d="M5 0.5L10 9.5H0z" />
          </svg>{" "}
          {marks.logged}
        </span>
      )}
      {dueFrom !== null && !isAhead && (
        <span>
          <span className="key balance-window-key" /> {marks.window}
        </span>
      )}
      <span>
        <span className="key today-key" /> {marks.today} <Day on={today} language={language} />
      </span>
      {dueFrom !== null && isAhead && (
        <span>
          <Sentence parts={marks.cutWindow(<Day on={dueFrom} language={language} />)} />
        </span>
      )}
    </p>
  );
}

function Moved(told: Told) {
  const { forecast, balance, today, language, m, entries } = told;
  return (
    <figure className="balance">
      <BalanceChart forecast={forecast} steps={balance.steps} today={today} />
      <figcaption className="small">
        {m.balance.caption}
        <ChartKey {...told} />
      </figcaption>
      <StepsTable steps={balance.steps} entries={entries} language={language} m={m} />
    </figure>
  );
}

function NotIndependent({ balance, entries, language, m }: Told) {
  if (balance.notIndependent.length === 0) return null;
  const named = (id: string) => <EvidenceLink id={id} entries={entries} language={language} />;
  return (
    <div>
      <h3>{m.balance.notIndependent}</h3>
      <ul className="small balance-pairs">
        {balance.notIndependent.map(({ id, of, reason }) => (
          <li key={id}>
            <Sentence parts={m.balance.reason[reason](named(id), named(of))} />
          </li>
        ))}
      </ul>
      <p className="hint">{m.balance.notIndependentNote}</p>
    </div>
  );
}

/** What the evidence adds up to when it is counted: over time, by strength and kind, and what is not independent. */
export function BalanceSection({ children, ...told }: Told & { children: ReactNode }) {
  const { balance, m } = told;
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{m.balance.title}</h2>
      {balance.steps.length === 0 ? (
        <p className="empty">{m.balance.none}</p>
      ) : (
        <>
          <p className="hint balance-lead">{m.balance.lead}</p>
          <div className="balance-parts">
            <Moved {...told} />
            <div>
              <CountsTable balance={balance} m={m} />
              <KindCounts balance={balance} m={m} />
              <NotIndependent {...told} />
            </div>
          </div>
        </>
      )}
      {children}
    </section>
  );
}
