import { ANSWERING_LABELS, saysWhoAsks } from "../transcript/label-words.ts";
import { isQuestion } from "../transcript/sentences.ts";
import type { Passage } from "../transcript.ts";

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
export function interviewersAmong(passages: readonly Passage[]): ReadonlySet<string> {
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
