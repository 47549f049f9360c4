import type { Candidate } from "#domain/sources/extraction.ts";
import type { Language } from "#domain/vocabulary.ts";
import { Sentence } from "../text/isolated.tsx";

const langOf = (sentence: { readonly language: string }): Language =>
  sentence.language === "en" ? "en" : "zh-Hant";

/** The sentence of a candidate, with the words marked that carry its time. */
export function MarkedSentence({ candidate: { sentence, horizon } }: { candidate: Candidate }) {
  const { text, start } = sentence;
  const isOwn = horizon !== null && horizon.standsIn === "sentence";
  return (
    <span className="found-words" lang={langOf(sentence)}>
      {isOwn ? (
        <Sentence
          parts={[
            text.slice(0, horizon.start - start),
            <mark key="horizon">{text.slice(horizon.start - start, horizon.end - start)}</mark>,
            text.slice(horizon.end - start),
          ]}
        />
      ) : (
        text
      )}
    </span>
  );
}

/** As much of a sentence beside it as is needed to understand it. */
const MOST_AROUND = 240;

/** The sentence before or after, which is not chosen with it. */
export function SentenceAround({
  of,
  end,
}: {
  of: Candidate["before"];
  /** Which end of it is nearer. */
  end: "first" | "last";
}) {
  if (of === null) return null;
  const characters = [...of.text];
  const isLong = characters.length > MOST_AROUND;
  const part = end === "first" ? characters.slice(0, MOST_AROUND) : characters.slice(-MOST_AROUND);
  const text = part.join("");
  return (
    <p className="found-around" lang={langOf(of)}>
      {isLong ? (end === "first" ? `${text}…` : `…${text}`) : text}
    </p>
  );
}
