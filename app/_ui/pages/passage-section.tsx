import type { EvidenceRecord } from "../../../db/evidence/record.ts";
import type { ReadableCopy } from "../../../db/pages/copies.ts";
import type { Messages } from "../../../messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { markingOf } from "../../_words/routes.ts";
import { PassageContext } from "./passage-context.tsx";
import { UnmarkPassageForm } from "./passage-forms.tsx";

/**
 * The words that an entry rests on, or the way to mark them; nothing where there is no copy to mark them in.
 *
 * @param copy that they stand in
 * @param isOpen whether anything of the entry can be changed
 */
export function PassageSection({
  entry,
  copy,
  action,
  isOpen,
  m,
  name,
}: {
  entry: EvidenceRecord;
  copy: ReadableCopy | undefined;
  action: FormAction;
  isOpen: boolean;
  m: Messages;
  name: string;
}) {
  const c = m.copies;
  const { passage, link } = entry;
  const firstCopyId = link?.firstCopyId ?? null;
  if (passage === null && firstCopyId === null) return null;
  return (
    <section aria-labelledby="passage">
      <h2 id="passage">{c.passage}</h2>
      {passage !== null && (
        <PassageContext
          passage={passage}
          evidenceId={entry.id}
          text={copy?.text ?? null}
          lang={copy?.details?.lang ?? undefined}
          m={m}
        />
      )}
      {passage === null && (
        <p className="empty">
          {c.notMarked}{" "}
          {isOpen && firstCopyId !== null && <a href={markingOf(firstCopyId, entry.id)}>{c.markIt}</a>}
        </p>
      )}
      <UnmarkPassageForm
        action={action}
        entry={isOpen ? entry : { ...entry, passage: null }}
        m={m}
        name={name}
      />
    </section>
  );
}
