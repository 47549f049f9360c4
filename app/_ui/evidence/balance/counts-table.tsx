import type { Balance } from "../../../../domain/evidence/balance.ts";
import { SOURCE_KINDS, STANCES, STRENGTHS, type Stance } from "../../../../domain/vocabulary.ts";
import type { Messages } from "../../../../messages/en.ts";
import { StanceMark } from "../../text/marks.tsx";

const KINDS = [...SOURCE_KINDS, "unsaid"] as const;

/** How many entries there are of each stance and strength, and of how many independent publishers. */
export function CountsTable({ balance, m }: { balance: Balance; m: Messages }) {
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
export function KindCounts({ balance, m }: { balance: Balance; m: Messages }) {
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
