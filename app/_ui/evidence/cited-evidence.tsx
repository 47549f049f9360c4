import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Citation, CitedText } from "#db/forecasts/citations.ts";
import { isDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { wordFor } from "../../_words/link-words.ts";
import { Isolated, Said, Sentence } from "../text/isolated.tsx";

interface CitedEvidenceProps {
  readonly language: Language;
  readonly m: Messages;
}

/** What an entry said when the verdict was given, where it says that no more. */
function AsCited({ said, language, m }: CitedEvidenceProps & { said: CitedText }) {
  const { summary, stance, strength, kind, author, publishedOn, url } = said;
  const words = Object.entries({ stance, strength, kind }).flatMap(([field, word]) =>
    word === null ? [] : [wordFor(field, word, m)],
  );
  return (
    <details className="as-cited">
      <summary>{m.forecast.asCited}</summary>
      <p className="typed">{summary !== null && <Said m={m}>{summary}</Said>}</p>
      <div className="meta">
        {words.map((word) => (
          <span key={word}>{word}</span>
        ))}
        {author !== null && (
          <span>
            <Sentence parts={m.evidence.writtenBy(<Isolated key="author">{author}</Isolated>)} />
          </span>
        )}
        {publishedOn !== null && isDay(publishedOn) && <Day on={publishedOn} language={language} />}
        {url !== null && (
          <span className="typed">
            <Isolated>{url}</Isolated>
          </span>
        )}
      </div>
    </details>
  );
}

/** What a verdict rests on, each entry as it was when it was cited, with what became of it since. */
export function CitedEvidence({
  citations,
  entries,
  ...shown
}: CitedEvidenceProps & { citations: readonly Citation[]; entries: readonly EvidenceRecord[] }) {
  const { m } = shown;
  // In the order in which the entries stand on the page.
  const cited = entries.flatMap((entry) => {
    const citation = citations.find(({ evidence }) => evidence === entry.id);
    return citation === undefined ? [] : [{ entry, citation }];
  });
  if (cited.length === 0) return null;
  return (
    <>
      <p className="small">{m.forecast.cites}</p>
      <ul>
        {cited.map(({ entry, citation: { asCited, changedSince, withdrawnSince } }) => (
          <li key={entry.id}>
            <a href={`#evidence-${entry.id}`}>
              <Isolated>{asCited?.title ?? entry.title}</Isolated>
            </a>
            {m.forecast.saidComma}
            <Isolated>{asCited?.publisher ?? entry.publisher}</Isolated>
            {changedSince && <b> ({m.forecast.citedChanged})</b>}
            {withdrawnSince && <b> ({m.forecast.citedWithdrawn})</b>}
            {asCited !== null && <AsCited said={asCited} {...shown} />}
          </li>
        ))}
      </ul>
    </>
  );
}
