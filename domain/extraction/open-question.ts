import type { Day } from "../day.ts";
import { findHorizons } from "../horizon.ts";
import { isQuestion } from "../transcript/sentences.ts";
import type { Passage } from "../transcript.ts";
import type { PlacedHorizon } from "./candidate.ts";

/** An answer takes the time of its question in one of its first sentences, or not at all. */
const SENTENCES_OF_ANSWER = 3;

/** A question that names a time ahead, waiting for its answer. */
export class OpenQuestion {
  readonly horizon: PlacedHorizon;
  readonly #asker: string | null;

  constructor(horizon: PlacedHorizon, asker: string | null) {
    this.horizon = horizon;
    this.#asker = asker;
  }

  /** Whether a sentence of a passage can be its answer: someone else says it, and soon. */
  isAnsweredBy(passage: Passage, sentence: number): boolean {
    return (
      sentence < SENTENCES_OF_ANSWER &&
      !passage.isHeading &&
      passage.speaker !== null &&
      passage.opensTurn &&
      passage.speaker !== this.#asker
    );
  }
}

/** The question with which a passage ends, if that names a time ahead: "Where will you be in five years?" */
export function openQuestion(passage: Passage, saidOn: Day): OpenQuestion | null {
  const last = passage.sentences.at(-1);
  if (last === undefined || passage.isHeading || !isQuestion(last.text)) return null;
  const reading = findHorizons(last.text, last.language, saidOn).find(
    (found) => found.kind === "window" || found.kind === "ambiguous",
  );
  if (reading === undefined) return null;
  const start = last.start + reading.start;
  const end = last.start + reading.end;
  return new OpenQuestion({ reading, start, end, standsIn: "question" }, passage.speaker);
}
