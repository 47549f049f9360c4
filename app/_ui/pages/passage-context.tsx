import type { Passage } from "../../../db/evidence/record.ts";
import type { Messages } from "../../../messages/en.ts";
import { placeInCopy } from "../../_words/routes.ts";

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
export function PassageContext({
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
      <blockquote className="passage" lang={lang} dir="auto">
        {text !== null && dense(before(text, startsAt))}
        <mark>{words}</mark>
        {text !== null && dense(after(text, endsAt))}
      </blockquote>
      <p className="small">
        <a href={placeInCopy(copyId, startsAt, evidenceId)}>{m.copies.inCopy}</a>
      </p>
    </>
  );
}
