import type { Day } from "../../day.ts";
import { findHorizons } from "../../horizon/read.ts";
import { isQuestion } from "../transcript/sentences.ts";
import type { Passage } from "../transcript.ts";
import type { PlacedHorizon } from "./candidate.ts";

/** An answer takes the time of its question in its first passage, or not at all. */
const SENTENCES_OF_ANSWER = 20;

/** Behind a question somebody may say so much more: "Thanks." */
const SENTENCES_AFTER = 2;

/** An answer of more paragraphs has come to something else. */
const PASSAGES_OF_ANSWER = 3;

/** A question that names a time ahead, waiting for its answer. */
export class OpenQuestion {
  readonly horizon: PlacedHorizon;
  readonly #asked: Passage;
  /** Who answers, once somebody does, and in how many passages so far. */
  #answering: string | null = null;
  #passages = 0;

  constructor(horizon: PlacedHorizon, asked: Passage) {
    this.horizon = horizon;
    this.#asked = asked;
  }

  /** Whether it waits for more of its answer behind a passage: the one who answers may go on in the next paragraph. */
  goesOnBehind(passage: Passage): boolean {
    if (!this.isAnsweredBy(passage, 0)) return false;
    this.#answering = passage.speaker;
    this.#passages += 1;
    return passage.speaker !== null && this.#passages < PASSAGES_OF_ANSWER;
  }

  /** Whether a sentence of a passage can be its answer: someone else says it, and soon. */
  isAnsweredBy(passage: Passage, sentence: number): boolean {
    if (sentence >= SENTENCES_OF_ANSWER || passage.isHeading) return false;
    if (this.#answering !== null) return passage.speaker === this.#answering && !passage.opensTurn;
    const { speaker, isBold } = this.#asked;
    // Interviews without labels print what is asked in bold.
    if (speaker === null) return isBold && !passage.isBold && passage.speaker === null;
    return passage.opensTurn && passage.speaker !== null && passage.speaker !== speaker;
  }
}

/** The question with which a passage ends, or nearly, if that names a time ahead: "Where will you be in five years?" */
export function openQuestion(passage: Passage, saidOn: Day): OpenQuestion | null {
  const last = passage.sentences.slice(-SENTENCES_AFTER - 1).findLast(({ text }) => isQuestion(text));
  if (last === undefined || passage.isHeading) return null;
  const reading = findHorizons(last.text, last.language, saidOn).find(
    (found) => found.kind === "window" || found.kind === "ambiguous",
  );
  if (reading === undefined) return null;
  const start = last.start + reading.start;
  const end = last.start + reading.end;
  return new OpenQuestion({ reading, start, end, standsIn: "question" }, passage);
}
