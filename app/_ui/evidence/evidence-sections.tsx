import type { ReactNode } from "react";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { Language, Stance } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { routes } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";
import { StanceMark } from "../text/marks.tsx";
import { EvidenceEntry } from "./evidence-entry.tsx";

interface EvidenceSectionProps {
  readonly forecast: ForecastDetail;
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
  /** Whether pages are fetched here. */
  readonly fetches: boolean;
  /** The entry that was just saved, and what is said of it. */
  readonly saved: string | string[] | undefined;
  readonly notice: ReactNode;
}

function Entries({
  entries,
  ...shown
}: EvidenceSectionProps & { readonly entries: readonly EvidenceRecord[] }) {
  const { language, m, timeZone, fetches, saved, notice } = shown;
  return (
    <ul className="plain">
      {entries.map((entry) => (
        <EvidenceEntry
          key={entry.id}
          entry={entry}
          lang={entry.lang === null ? undefined : langUnless(language, entry.lang)}
          language={language}
          m={m}
          timeZone={timeZone}
          fetches={fetches}
          notice={saved === entry.id ? notice : undefined}
        >
          <p className="small no-print">
            <a href={routes.evidence(entry.id)}>{m.evidence.open}</a>
          </p>
        </EvidenceEntry>
      ))}
    </ul>
  );
}

/**
 * Evidence for and against side by side, with context below them; what was withdrawn stands at the end of its column.
 */
export function EvidenceSections(shown: EvidenceSectionProps) {
  const { forecast, m } = shown;
  const section = (stance: Stance, empty: string | null) => {
    const entries = forecast.evidence.filter((entry) => entry.stance === stance);
    const live = entries.filter(({ withdrawnAt }) => withdrawnAt === null);
    const withdrawn = entries.filter(({ withdrawnAt }) => withdrawnAt !== null);
    if (entries.length === 0 && empty === null) return null;
    return (
      <section aria-labelledby={`evidence-of-${stance}`}>
        <h2 id={`evidence-of-${stance}`}>
          <StanceMark stance={stance}>{m.stance[stance]}</StanceMark>
          <span className="count">{live.length}</span>
        </h2>
        {live.length === 0 && <p className="empty">{empty}</p>}
        <Entries {...shown} entries={[...live, ...withdrawn]} />
      </section>
    );
  };
  return (
    <>
      <div className="two">
        {section("supports", m.forecast.noFor)}
        {section("contradicts", m.forecast.noAgainst)}
      </div>
      {section("context", null)}
    </>
  );
}
