import type { Day } from "../day.ts";
import type { Candidate, CandidateStrength } from "./extraction/candidate.ts";
import { interviewersAmong } from "./extraction/interviewer.ts";
import { type OpenQuestion, openQuestion } from "./extraction/open-question.ts";
import { restatementsAmong } from "./extraction/restatements.ts";
import { candidateOf } from "./extraction/sentence.ts";
import { type Passage, passagesOf } from "./transcript.ts";

export type {
  Candidate,
  CandidateKind,
  CandidateStrength,
  LowReason,
  PlacedHorizon,
} from "./extraction/candidate.ts";
export { CANDIDATE_STRENGTHS, LOW_REASONS } from "./extraction/candidate.ts";
export { horizonWordsOf } from "./extraction/horizon-words.ts";
export { proposedClaim } from "./extraction/proposed-claim.ts";

/** What was found in a text. */
export interface Extraction {
  /** In the order of the list: what looks most like a forecast first, in the order of the text among its like. */
  readonly candidates: readonly Candidate[];
  /** Groups of what is likely one claim said again, by place in `candidates`. */
  readonly restatements: readonly (readonly number[])[];
  /** The labels of those who speak, in the order of the text. */
  readonly speakers: readonly string[];
  /** Those of them who seem to ask. */
  readonly interviewers: readonly string[];
}

/** The share of the work that reading the passages is, about. */
const READING = 0.3;
/** The share of the work that is done when only restatements remain to be grouped. */
const FOUND = 0.8;

const RANK: { readonly [S in CandidateStrength]: number } = { strong: 0, weak: 1, aside: 2 };

/** The place of a candidate in the list: by strength, what has a time first, then by place in the text. */
function inListOrder(a: Candidate, b: Candidate): number {
  const byStrength = RANK[a.strength] - RANK[b.strength];
  const byKind = a.kind === b.kind ? 0 : a.kind === "dated" ? -1 : 1;
  return byStrength || byKind || a.sentence.start - b.sentence.start;
}

/**
 * Finds the sentences of a text that may be forecasts, by rules. It stops after each passage, so that whoever runs it
 * can let others go first; `extract` runs it through.
 *
 * @param text what `keepText` gave
 * @param saidOn the day from which "in two years" counts
 * @yields how much of the text has been dealt with, 0 to 1
 */
export function* extraction(text: string, saidOn: Day): Generator<number, Extraction> {
  const passages: Passage[] = [];
  for (const passage of passagesOf(text)) {
    if (passage !== null) passages.push(passage);
    yield ((passages.at(-1)?.end ?? 0) / text.length) * READING;
  }
  const interviewers = interviewersAmong(passages);

  const candidates: Candidate[] = [];
  let question: OpenQuestion | null = null;
  for (const [place, passage] of passages.entries()) {
    const byInterviewer = passage.speaker !== null && interviewers.has(passage.speaker);
    for (const [at, sentence] of passage.sentences.entries()) {
      const found = candidateOf({
        sentence,
        passage,
        byInterviewer,
        saidOn,
        question: question?.isAnsweredBy(passage, at) ? question : null,
        before: passage.sentences[at - 1] ?? passages[place - 1]?.sentences.at(-1) ?? null,
        after: passage.sentences[at + 1] ?? passages[place + 1]?.sentences[0] ?? null,
      });
      if (found === null) continue;
      candidates.push(found);
      // Whether it took the time of the question or named its own, the question is answered.
      if (found.kind === "dated") question = null;
    }
    // A question waits for one passage, that of its answer.
    question = openQuestion(passage, saidOn);
    yield READING + (passage.end / text.length) * (FOUND - READING);
  }
  candidates.sort(inListOrder);
  const grouping = restatementsAmong(candidates);
  let grouped = grouping.next();
  for (; !grouped.done; grouped = grouping.next()) yield FOUND;
  return {
    candidates,
    restatements: grouped.value,
    speakers: [...new Set(passages.flatMap(({ speaker }) => speaker ?? []))],
    interviewers: [...interviewers],
  };
}

/**
 * The same in one go, for texts of a few pages.
 *
 * @example extract("We will land in two years.", day("2026-01-15")).candidates[0]?.kind // "dated"
 */
export function extract(text: string, saidOn: Day): Extraction {
  const work = extraction(text, saidOn);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
