import type { ReactNode } from "react";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Balance, BalanceStep } from "#domain/evidence/balance.ts";
import { type Language, SOURCE_KINDS, STANCES, STRENGTHS, type Stance } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../../_words/day.tsx";
import { Sentence } from "../../text/isolated.tsx";
import { StanceMark } from "../../text/marks.tsx";
import { BalanceChart, stretchShown } from "./chart.tsx";
import { type Entries, EvidenceLink } from "./evidence-link.tsx";

/** What the chart shows, in words: a row for each entry, with how many there were after its day. */
function StepsTable({
  steps,
  entries,
  language,
  m,
}: {
  steps: readonly BalanceStep[];
  entries: Entries;
  language: Language;
  m: Messages;
}) {
  const { table, columns, dayLogged } = m.balance;
  return (
    <details className="quiet-details">
      <summary>{table}</summary>
      <div className="scroll">
        <table className="balance-table">
          <thead>
            <tr>
              {[columns.on, columns.evidence, columns.strength, columns.for, columns.against].map(
                (column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {steps.flatMap((step) =>
              step.entries.map(({ id, stance, strength, publishedOn }) => (
                <tr key={id}>
                  <td>
                    <Day on={step.on} language={language} />
                    {publishedOn === null && <div className="small">{dayLogged}</div>}
                  </td>
                  <th scope="row">
                    <StanceMark stance={stance}>{m.stance[stance]}</StanceMark>{" "}
                    <EvidenceLink id={id} entries={entries} language={language} />
                  </th>
                  <td>{m.strength[strength]}</td>
                  <td>{step.supports}</td>
                  <td>{step.contradicts}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const KINDS = [...SOURCE_KINDS, "unsaid"] as const;

/** How many entries there are of each stance and strength, and of how many independent publishers. */
function CountsTable({ balance, m }: { balance: Balance; m: Messages }) {
  const { counts, publishersFor, publishersAgainst } = balance;
  const { columns, byStrength, notCounted } = m.balance;
  const publishers: { readonly [S in Stance]: number | string } = {
    supports: publishersFor,
    contradicts: publishersAgainst,
    context: notCounted,
  };
  return (
    <table className="balance-counts">
      <caption className="visually-hidden">{byStrength}</caption>
      <thead>
        <tr>
          <td />
          {STRENGTHS.map((strength) => (
            <th key={strength} scope="col">
              {m.strength[strength]}
            </th>
          ))}
          <th scope="col">{columns.all}</th>
          <th scope="col">{columns.publishers}</th>
        </tr>
      </thead>
      <tbody>
        {STANCES.map((stance) => (
          <tr key={stance}>
            <th scope="row">
              <StanceMark stance={stance}>{m.stance[stance]}</StanceMark>
            </th>
            {STRENGTHS.map((strength) => (
              <td key={strength}>{counts[stance][strength]}</td>
            ))}
            <td>{STRENGTHS.reduce((all, strength) => all + counts[stance][strength], 0)}</td>
            <td>{publishers[stance]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many entries there are of each kind of source; those that there are none of are left out. */
function KindCounts({ balance, m }: { balance: Balance; m: Messages }) {
  const shown = KINDS.filter((kind) => balance.kinds[kind] > 0);
  if (shown.length === 0) return null;
  return (
    <div>
      <h3>{m.balance.kinds}</h3>
      <ul className="plain tally small">
        {shown.map((kind) => (
          <li key={kind}>
            {m.balance.kindCount(
              kind === "unsaid" ? m.balance.kindUnsaid : m.sourceKind[kind],
              balance.kinds[kind],
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BalanceProps {
  readonly forecast: ForecastDetail;
  readonly balance: Balance;
  readonly entries: Entries;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

/** What the marks of the chart are, with the days that it shows. */
function ChartKey({ forecast, balance, today, language, m }: BalanceProps) {
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

function Moved(told: BalanceProps) {
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

function NotIndependent({ balance, entries, language, m }: BalanceProps) {
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
export function BalanceSection({ children, ...told }: BalanceProps & { children: ReactNode }) {
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
