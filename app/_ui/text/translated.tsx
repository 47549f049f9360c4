import type { Language, Translated } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { Isolated, Said } from "./isolated.tsx";

/** A line in the reader's language where it exists in it: a claim, a name, a role. */
export function Text({ of, language }: { of: Translated; language: Language }) {
  const wording = wordingOf(of, language);
  if (wording === null) return null;
  return <Isolated lang={langUnless(language, wording.lang)}>{wording.text}</Isolated>;
}

/** A longer text in the reader's language where it exists in it: a note, a criterion. */
export function LongText({ of, language, m }: { of: Translated; language: Language; m: Messages }) {
  const wording = wordingOf(of, language);
  if (wording === null) return null;
  return (
    <Said lang={langUnless(language, wording.lang)} m={m}>
      {wording.text}
    </Said>
  );
}

/** Words of a source, in its own language and with its own quotation marks, which are ours. */
export function Quote({ words, lang, m }: { words: string; lang: Language; m: Messages }) {
  return (
    <q lang={lang}>
      <Said m={m}>{words}</Said>
    </q>
  );
}

/** Words for a time that stand in no quote: without quotation marks, and said to be so. */
export function Unquoted({ words, lang, note }: { words: string; lang: Language; note: string }) {
  return (
    <span>
      <Isolated lang={lang}>{words}</Isolated> ({note})
    </span>
  );
}
