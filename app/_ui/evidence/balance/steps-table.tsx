import type { BalanceStep } from "../../../../domain/evidence/balance.ts";
import type { Language } from "../../../../domain/vocabulary.ts";
import type { Messages } from "../../../../messages/en.ts";
import { Day } from "../../../_words/day.tsx";
import { StanceMark } from "../../text/marks.tsx";
import { type Entries, EvidenceLink } from "./evidence-link.tsx";

/** What the chart shows, in words: a row for each entry, with how many there were after its day. */
export function StepsTable({
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
