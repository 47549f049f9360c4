import { secondsAt } from "#domain/sources/transcript.ts";
import { woven } from "#domain/unseen.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";
import { Isolated, Sentence, Woven } from "../text/isolated.tsx";
import type { ListedCandidate, ReadingView } from "./asked.ts";
import { voiceKey } from "./field-names.ts";

const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
const clock = (seconds: number) => `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;

/** How much it looks like a forecast and why, who says it, and where it stands. */
export function CandidateFacts({ of, view }: { of: ListedCandidate; view: ReadingView }) {
  const { candidate, number } = of;
  const { strength, kind, reasons, speaker, section, sentence, horizon, furtherHorizons } = candidate;
  const { m, language, times, length, isKept, slug } = view;
  const r = m.reading;
  const seconds = secondsAt(times, sentence.start);
  const place =
    seconds === null
      ? r.at(Math.round((sentence.start / Math.max(1, length)) * 100))
      : r.atTime(clock(seconds));
  const at = withQuery(routes.sourceText(slug), new URLSearchParams({ at: String(sentence.start) }), "here");
  const facts = [
    ...(kind === "undated" ? [r.undated] : []),
    ...reasons.map((reason) => r.reason[reason]),
    ...(candidate.conditional ? [r.conditional] : []),
    ...(of.restates === null ? [] : [r.likelySame(of.restates)]),
  ];
  return (
    <p className="small found-facts">
      <span>{r.number(number)}</span> <b className={`found-${strength}`}>{r.strength[strength]}</b>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {speaker === null ? (
        <a href={`#${voiceKey(of.voice)}`}>{r.nobodyNamed}</a>
      ) : (
        <Isolated lang={langUnless(language, sentence.language === "en" ? "en" : "zh-Hant")}>
          {speaker}
        </Isolated>
      )}
      {section !== null && (
        <span className="found-section">
          <Isolated>{section}</Isolated>
        </span>
      )}
      {isKept ? <a href={at}>{place}</a> : <span>{place}</span>}
      {furtherHorizons.length > 0 && (
        <span>
          <Woven>
            {r.furtherTimes(
              furtherHorizons.map(({ reading }) => woven(reading.words)).join(m.forecast.saidComma),
            )}
          </Woven>
        </span>
      )}
      {horizon?.standsIn === "question" && (
        <span>
          <Sentence
            parts={r.timeInQuestion(
              <mark key="horizon">
                <Isolated>{horizon.reading.words}</Isolated>
              </mark>,
            )}
          />
        </span>
      )}
    </p>
  );
}
