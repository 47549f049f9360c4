import type { Candidate } from "#domain/sources/extraction.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Isolate, Said, Seen } from "../text/isolated.tsx";

const langOf = (sentence: { readonly language: string }): Language =>
  sentence.language === "en" ? "en" : "zh-Hant";

/** The sentence of a candidate, with the words marked that carry its time. */
export function MarkedSentence({
  candidate: { sentence, horizon },
  m,
}: {
  candidate: Candidate;
  m: Messages;
}) {
  const { text, start } = sentence;
  const isOwn = horizon !== null && horizon.standsIn === "sentence";
  const stretch = (from: number, to?: number) => <Seen m={m}>{text.slice(from, to)}</Seen>;
  return (
    <span className="found-words" lang={langOf(sentence)}>
      <Isolate>
        {isOwn ? (
          <>
            {stretch(0, horizon.start - start)}
            <mark>{stretch(horizon.start - start, horizon.end - start)}</mark>
            {stretch(horizon.end - start)}
          </>
        ) : (
          stretch(0)
        )}
      </Isolate>
    </span>
  );
}

/** As much of a sentence beside it as is needed to understand it. */
const MOST_AROUND = 240;

/** The sentence before or after, which is not chosen with it. */
export function SentenceAround({
  of,
  end,
  m,
}: {
  of: Candidate["before"];
  /** Which end of it is nearer. */
  end: "first" | "last";
  m: Messages;
}) {
  if (of === null) return null;
  const characters = [...of.text];
  const isLong = characters.length > MOST_AROUND;
  const part = end === "first" ? characters.slice(0, MOST_AROUND) : characters.slice(-MOST_AROUND);
  const text = part.join("");
  return (
    <p className="found-around" lang={langOf(of)}>
      <Said m={m}>{isLong ? (end === "first" ? `${text}…` : `…${text}`) : text}</Said>
    </p>
  );
}
