import type { EvidenceRecord, Passage } from "#db/evidence/record.ts";
import type { ReadableCopy } from "#db/pages/copies.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { markingOf, placeInCopy } from "../../_words/routes.ts";
import { Isolate, Seen } from "../text/isolated.tsx";
import { UnmarkPassageForm } from "./passage-forms.tsx";

/** How much of the text around it is shown on either side, in UTF-16 units. */
const AROUND = 280;

/** The text before, from the beginning of a word on. */
const before = (text: string, end: number): string => {
  const start = Math.max(0, end - AROUND);
  const part = text.slice(start, end).toWellFormed();
  return start === 0 ? part : `… ${part.replace(/^\S{0,20}\s/, "")}`;
};

const after = (text: string, start: number): string => {
  const end = start + AROUND;
  const part = text.slice(start, end).toWellFormed();
  return end >= text.length ? part : `${part.replace(/\s\S{0,20}$/, "").trimEnd()} …`;
};

/** Without blank lines: it is a glance at the text, not the text. */
const dense = (text: string): string => text.replaceAll(/\n\s*\n/g, "\n");

/**
 * The words that an entry rests on, in their context.
 *
 * @param text of the copy that they stand in; null where it is not to be had
 */
function PassageContext({
  passage: { words, copyId, startsAt, endsAt },
  evidenceId,
  text,
  lang,
  m,
}: {
  passage: Passage;
  evidenceId: string;
  text: string | null;
  lang: string | undefined;
  m: Messages;
}) {
  return (
    <>
      <blockquote className="passage" lang={lang}>
        <Isolate whole>
          {text !== null && <Seen m={m}>{dense(before(text, startsAt))}</Seen>}
          <mark>
            <Seen m={m}>{words}</Seen>
          </mark>
          {text !== null && <Seen m={m}>{dense(after(text, endsAt))}</Seen>}
        </Isolate>
      </blockquote>
      <p className="small">
        <a href={placeInCopy(copyId, startsAt, evidenceId)}>{m.copies.inCopy}</a>
      </p>
    </>
  );
}

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
