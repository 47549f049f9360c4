import type { TimelineItem } from "#db/lists/timeline.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { routes } from "../../_words/routes.ts";
import { WindowText } from "../forecasts/due-text.tsx";
import { StanceMark, Tally } from "../text/marks.tsx";
import { Text } from "../text/translated.tsx";
import { StandingText } from "./standing-words.tsx";

interface TableProps {
  readonly language: Language;
  readonly m: Messages;
}

const Maybe = ({ on, language }: { on: CalendarDay | null; language: Language }) =>
  on === null ? "–" : <Day on={on} language={language} />;

function TableRow({ forecast, language, m }: TableProps & { forecast: TimelineItem }) {
  const { slug, claim, speaker, saidOn, graceBy, evidenceCounts, evidenceDays, verdict } = forecast;
  return (
    <tr>
      <th scope="row">
        <a href={routes.forecast(slug)}>
          <Text of={claim} language={language} />
        </a>
      </th>
      <td>
        <Text of={speaker.name} language={language} />
      </td>
      <td>
        <Day on={saidOn} language={language} />
      </td>
      <td>
        <WindowText window={forecast} language={language} m={m} />
      </td>
      <td>
        <Maybe on={graceBy} language={language} />
      </td>
      <td>
        <div className="meta">
          <StandingText forecast={forecast} m={m} />
        </div>
      </td>
      <td>
        <Maybe on={verdict === null ? null : (verdict.happenedOn ?? verdict.knownOn)} language={language} />
      </td>
      <td>
        <Tally counts={evidenceCounts} m={m} />
      </td>
      <td>
        {evidenceDays.map(({ on, stance }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the days of evidence have no name of their own
          <div key={place}>
            <StanceMark stance={stance}>
              <span className="visually-hidden">{m.stance[stance]} </span>
              <Day on={on} language={language} />
            </StanceMark>
          </div>
        ))}
      </td>
    </tr>
  );
}

/** What the chart shows, in words, and the forecasts outside its stretch of time as well. */
export function AsTable({ items, language, m }: TableProps & { items: readonly TimelineItem[] }) {
  const { columns, table } = m.timeline;
  const { forecast, speaker, said, window, grace, status, verdict, evidence, dated } = columns;
  return (
    <details className="timeline-table no-print">
      <summary>{table}</summary>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              {[forecast, speaker, said, window, grace, status, verdict, evidence, dated].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <TableRow key={item.slug} forecast={item} language={language} m={m} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
