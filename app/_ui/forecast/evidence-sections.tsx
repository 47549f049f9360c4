import type { ReactNode } from "react";
import type { EvidenceRecord } from "../../../db/evidence-record.ts";
import type { ForecastDetail } from "../../../db/forecast-detail.ts";
import type { Language, Stance } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { EvidenceEntry } from "../evidence-entry.tsx";
import type { FormAction } from "../form/form-state.ts";
import { StanceMark } from "../marks.tsx";
import { langUnless } from "../translated.tsx";
import { CorrectEvidenceForm, WithdrawalForm } from "./evidence-form.tsx";

interface Shown {
  readonly forecast: ForecastDetail;
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
  /** The entry that was just saved, and what is said of it. */
  readonly saved: string | string[] | undefined;
  readonly notice: ReactNode;
  readonly name: string;
  readonly correct: (id: string) => FormAction;
  readonly withdraw: (id: string) => FormAction;
}

function Entries({ entries, ...shown }: Shown & { readonly entries: readonly EvidenceRecord[] }) {
  const { forecast, language, m, timeZone, saved, notice, name, correct, withdraw } = shown;
  const isOpen = (entry: EvidenceRecord) => forecast.withdrawal === null && entry.withdrawnAt === null;
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
          notice={saved === entry.id ? notice : undefined}
        >
          <div className="pair no-print">
            <CorrectEvidenceForm
              action={correct(entry.id)}
              entry={entry}
              m={m}
              name={name}
              shown={isOpen(entry)}
            />
            <WithdrawalForm
              action={withdraw(entry.id)}
              title={m.evidence.withdraw}
              note={m.evidence.withdrawNote}
              reason={m.evidence.withdrawReason}
              submit={m.evidence.withdrawSubmit}
              shown={isOpen(entry)}
              m={m}
              name={name}
            />
          </div>
        </EvidenceEntry>
      ))}
    </ul>
  );
}

/**
 * Evidence for and against side by side, with context below them. What was withdrawn stands at the end of its
 * column: a form about it that comes too late is found where it was.
 */
export function EvidenceSections(shown: Shown) {
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
