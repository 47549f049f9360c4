import type { Day } from "../day.ts";
import { withoutUnseen } from "../unseen.ts";
import { Attribution } from "./extraction/attribution.ts";
import type { Candidate, CandidateStrength } from "./extraction/candidate.ts";
import { type OpenQuestion, openQuestion } from "./extraction/open-question.ts";
import { restatementsAmong } from "./extraction/restatements.ts";
import { candidateOf } from "./extraction/sentence.ts";
import { ANSWERING_LABELS, saysWhoAsks } from "./transcript/label-words.ts";
import { isQuestion } from "./transcript/sentences.ts";
import { type Passage, passagesOf, type Sentence } from "./transcript.ts";

// What a sentence opens with that belongs to the talk and not to the claim. Those that also begin a time or a measure
// ("so far", "now that") are followed by what tells.
const ENGLISH =
  /^(?:(?:and|but|so|because|well|look|listen|okay|ok|yeah|yes|no|right|sure|now|anyway|honestly|frankly|i mean|you know|i tell you|i'll tell you|the thing is|here's the thing|like i said|as i said)(?:,\s+|:\s+|\s*[–—]\s*)|(?:and|but|so)\s+(?!far\b|much\b|many\b|long\b|soon\b|for\b))/i;
const CHINESE =
  /^(?:(?:我跟你講|我跟你说|我跟你說|我跟你讲|我告訴你|我告诉你|跟你講|老實說|老实说|坦白說|坦白说|說真的|说真的|你知道|你看|對|对|嗯|好|是|有|沒有|没有|其實|其实|那|那麼|那么)[，,：:。]\s*|(?:不過|不过|但是|可是|所以|然後|然后|而且|因為|因为|但)[，,]?\s*|我聽到的(?:消息|說法)是[，,：:]?\s*|我听到的(?:消息|说法)是[，,：:]?\s*)/;
const MOST_OPENERS = 4;

/**
 * A sentence as the claim that is proposed of it: without what it opens with, the next word with a capital. The quote
 * stays whole, with characters that nobody sees.
 *
 * @example proposedClaim of "So, look, a new one opens by 2030." // "A new one opens by 2030."
 */
export function proposedClaim({ text, language }: Pick<Sentence, "text" | "language">): string {
  let rest = withoutUnseen(text).trim();
  for (let opener = 0; opener < MOST_OPENERS; opener += 1) {
    const shorter = rest.replace(language === "en" ? ENGLISH : CHINESE, "");
    if (shorter === rest || shorter === "") break;
    rest = shorter;
  }
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

interface Turns {
  turns: number;
  questions: number;
  length: number;
}

/** Who ends this much of their turns with a question asks. */
const MOSTLY_ASKS = 0.4;

/**
 * The labels of those who ask: by a role that says so ("Q", 記者, 記者王小美), else whoever ends most turns with a question
 * and says less than the others. Nobody where all ask alike.
 */
function interviewersAmong(passages: readonly Passage[]): ReadonlySet<string> {
  const bySpeaker = new Map<string, Turns>();
  passages.forEach((passage, place) => {
    if (passage.speaker === null) return;
    const seen = bySpeaker.get(passage.speaker) ?? { turns: 0, questions: 0, length: 0 };
    const isLast = passages[place + 1]?.opensTurn ?? true;
    if (isLast) seen.turns++;
    if (isLast && isQuestion(passage.sentences.at(-1)?.text ?? "")) seen.questions++;
    seen.length += passage.end - passage.start;
    bySpeaker.set(passage.speaker, seen);
  });
  const labels = [...bySpeaker.keys()];
  const byRole = labels.filter(saysWhoAsks);
  if (byRole.length > 0) return new Set(byRole);

  const longest = Math.max(...[...bySpeaker.values()].map(({ length }) => length));
  const asking = [...bySpeaker].filter(
    ([label, { turns, questions, length }]) =>
      !ANSWERING_LABELS.has(label.toLowerCase()) &&
      questions >= 2 &&
      questions >= turns * MOSTLY_ASKS &&
      length < longest,
  );
  return new Set(asking.map(([label]) => label));
}

/** The question that waits behind a passage: one that it ends with, or the one before that is still being answered. */
function nextQuestion(before: OpenQuestion | null, passage: Passage, saidOn: Day): OpenQuestion | null {
  const asked = openQuestion(passage, saidOn);
  return asked ?? (before?.goesOnBehind(passage) === true ? before : null);
}

export type {
  Candidate,
  CandidateKind,
  CandidateStrength,
  LowReason,
  PlacedHorizon,
} from "./extraction/candidate.ts";
export { CANDIDATE_STRENGTHS, LOW_REASONS } from "./extraction/candidate.ts";
export { horizonWordsOf } from "./extraction/horizon-words.ts";

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
  const attribution = new Attribution();
  let question: OpenQuestion | null = null;
  for (const [place, passage] of passages.entries()) {
    const byInterviewer = passage.speaker !== null && interviewers.has(passage.speaker);
    for (const [at, sentence] of passage.sentences.entries()) {
      const named = passage.speaker ?? (passage.isHeading ? null : attribution.speakerOf(sentence, place));
      const found = candidateOf({
        sentence,
        speaker: named,
        passage,
        byInterviewer,
        saidOn,
        question: question?.isAnsweredBy(passage, at) ? question : null,
        before: passage.sentences[at - 1] ?? passages[place - 1]?.sentences.at(-1) ?? null,
        after: passage.sentences[at + 1] ?? passages[place + 1]?.sentences[0] ?? null,
      });
      if (found === null) continue;
      candidates.push(found);
      // With a time of its own it goes on to something else; else every sentence of the answer is of the time asked for.
      if (found.kind === "dated" && found.horizon?.standsIn === "sentence") question = null;
    }
    // A question waits for its answer, which may take some paragraphs.
    question = nextQuestion(question, passage, saidOn);
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
