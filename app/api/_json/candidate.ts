import { windowName } from "#domain/forecasts/chosen-window.ts";
import type { Reading } from "#domain/horizon/read.ts";
import type { Candidate, Extraction, PlacedHorizon } from "#domain/sources/extraction.ts";
import type { KeptText, Sentence } from "#domain/sources/transcript.ts";

const readingJson = ({ window, approximate, proposedGraceBy, steps }: Reading) => ({
  /** By which a forecast says that this was meant, where there are several. */
  name: windowName(window),
  dueFrom: window.dueFrom,
  dueBy: window.dueBy,
  approximate,
  proposedGraceBy,
  steps,
});

const readingsOf = ({ reading }: PlacedHorizon): readonly Reading[] => {
  if (reading.kind === "window") return [reading];
  return reading.kind === "ambiguous" ? reading.readings : [];
};

const horizonJson = (horizon: PlacedHorizon) => ({
  kind: horizon.reading.kind,
  words: horizon.reading.words,
  start: horizon.start,
  end: horizon.end,
  standsIn: horizon.standsIn,
  readings: readingsOf(horizon).map(readingJson),
});

const sentenceJson = ({ text, start, end }: Sentence) => ({ text, start, end });

const candidateJson = (candidate: Candidate) => ({
  kind: candidate.kind,
  strength: candidate.strength,
  reasons: candidate.reasons,
  sentence: sentenceJson(candidate.sentence),
  lang: candidate.sentence.language === "en" ? "en" : "zh-Hant",
  horizon: candidate.horizon === null ? null : horizonJson(candidate.horizon),
  furtherHorizons: candidate.furtherHorizons.map(horizonJson),
  negative: candidate.negative,
  conditional: candidate.conditional,
  speaker: candidate.speaker,
  byInterviewer: candidate.byInterviewer,
  section: candidate.section,
  before: candidate.before === null ? null : sentenceJson(candidate.before),
  after: candidate.after === null ? null : sentenceJson(candidate.after),
});

/** What was found in a text: places are those of the readable text, given where that is another than was sent. */
export function extractionJson(
  { candidates, restatements, speakers, interviewers }: Extraction,
  { format, text }: KeptText,
  { sent, skip, limit }: { readonly sent: string; readonly skip: number; readonly limit: number },
) {
  const shown = candidates.slice(skip, skip + limit);
  const startOf = (place: number) => candidates[place]?.sentence.start ?? 0;
  return {
    format,
    readableText: text === sent ? null : text,
    speakers,
    interviewers,
    total: candidates.length,
    candidates: shown.map(candidateJson),
    restatements: restatements.map((group) => group.map(startOf)),
  };
}
