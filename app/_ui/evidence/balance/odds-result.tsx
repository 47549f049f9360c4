import type { Odds } from "#domain/evidence/odds.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { StanceMark } from "../../text/marks.tsx";
import { type Entries, EvidenceLink } from "./evidence-link.tsx";

interface OddsResultProps {
  readonly odds: Odds;
  readonly entries: Entries;
  readonly language: Language;
  readonly m: Messages;
}

const NUMBERS = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const LARGE = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, notation: "scientific" });

/** A factor or odds, to three digits. */
const written = (value: number): string =>
  (value >= 1e6 || (value > 0 && value < 1e-4) ? LARGE : NUMBERS).format(value);

function Factors({ odds, entries, language, m }: OddsResultProps) {
  const { columns, whole, part, times, dividedBy } = m.odds;
  return (
    <div className="scroll">
      <table className="balance-table">
        <thead>
          <tr>
            {[columns.evidence, columns.strength, columns.ratio, columns.share, columns.factor].map(
              (column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {odds.steps.map(({ id, stance, strength, ratio, share }) => {
            const counted = written(ratio ** share);
            return (
              <tr key={id}>
                <th scope="row">
                  <StanceMark stance={stance}>{m.stance[stance]}</StanceMark>{" "}
                  <EvidenceLink id={id} entries={entries} language={language} />
                </th>
                <td>{m.strength[strength]}</td>
                <td>{written(ratio)}</td>
                <td>{share === 1 ? whole : part(1 / share)}</td>
                <td>{(stance === "supports" ? times : dividedBy)(counted)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Formula({ odds, m }: OddsResultProps) {
  const { start, startOdds, factorFor, factorAgainst, probability } = odds;
  const o = m.odds;
  const end = written(probability / (1 - probability));
  return (
    <>
      <h3>{o.formula}</h3>
      <ul className="plain small odds-sum">
        <li>{o.startOdds(start, written(startOdds))}</li>
        <li>{o.endOdds(written(startOdds), written(factorFor), written(factorAgainst), end)}</li>
        <li>{o.back(end, o.percent(probability))}</li>
      </ul>
    </>
  );
}

/** What the logged evidence would say, and factor by factor why. */
export function OddsResult(told: OddsResultProps) {
  const { odds, m } = told;
  const o = m.odds;
  return (
    <>
      <p className="odds-said" role="status">
        {odds.steps.length === 0 ? o.nothing : o.result(odds.start, o.percent(odds.probability))}
      </p>
      {odds.steps.length > 0 && (
        <>
          <Factors {...told} />
          <Formula {...told} />
        </>
      )}
    </>
  );
}

/** What the odds rest on, and what they cannot tell. */
export function OddsLimits({ m }: { m: Messages }) {
  const o = m.odds;
  return (
    <>
      <h3>{o.limits}</h3>
      <ul className="small">
        {o.limitList.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <h3>{o.source}</h3>
      <p className="small">{o.sources}</p>
    </>
  );
}
