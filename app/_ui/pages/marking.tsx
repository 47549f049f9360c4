import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { PageEntry } from "#db/pages/record.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { markingOf, routes } from "../../_words/routes.ts";
import { StanceMark } from "../text/marks.tsx";
import { Text } from "../text/translated.tsx";
import { MarkPassageForm } from "./passage-forms.tsx";

/**
 * What rests on a copy's page, and the form that marks the words of one of them.
 *
 * @param entry whose words are to be marked; undefined while none is chosen
 */
export function Marking({
  action,
  entry,
  entries,
  copyId,
  hasText,
  language,
  m,
  name,
}: {
  action: FormAction;
  entry: EvidenceRecord | undefined;
  entries: readonly PageEntry[];
  copyId: string;
  /** Whether there are any words to be marked. */
  hasText: boolean;
  language: Language;
  m: Messages;
  name: string;
}) {
  const c = m.copies;
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">{c.rests}</h2>
      <ul className="plain page-entries">
        {entries.map(({ evidenceId, claim, stance }) => {
          const isChosen = evidenceId === entry?.id;
          return (
            <li key={evidenceId} aria-current={isChosen ? "true" : undefined}>
              <StanceMark stance={stance}>{m.stance[stance]}</StanceMark>
              <a href={routes.evidence(evidenceId)}>
                <Text of={claim} language={language} />
              </a>
              {hasText && !isChosen && (
                <a className="small" href={markingOf(copyId, evidenceId)}>
                  {c.markFor}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {hasText && entry !== undefined && (
        <div id="mark">
          <h3>{c.markTitle}</h3>
          <MarkPassageForm key={entry.id} action={action} entry={entry} m={m} name={name} />
        </div>
      )}
    </section>
  );
}
