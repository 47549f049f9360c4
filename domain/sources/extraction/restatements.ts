import type { Candidate } from "./candidate.ts";

/** How much two sentences must have in common: shared words over all words of both. */
const ALIKE = 0.45;
/** A sentence is held against so many before it that fall due alike, so that the work stays in proportion. */
const LOOKED_BACK = 40;

const STOP_WORDS = new Set(
  `a an the and or but of to in on at by for from with as is are be been was were will would can could it its that this
   there i we you he she they i'm i'll we'll it'll they'll not no yes say says said think expect believe year years one
   two three more most than about so be very just have has had my our their his her what which who before after until`.split(
    /\s+/,
  ),
);
const WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}'’.-]*/gu;
const HAN_RUN = /\p{Script=Han}+/gu;

/** What a sentence is about: its English words but the commonest, and its Chinese characters two by two. */
function topicsOf({ sentence, horizon }: Candidate): ReadonlySet<string> {
  const { text, start } = sentence;
  const isOwn = horizon !== null && horizon.standsIn === "sentence";
  const rest = isOwn ? `${text.slice(0, horizon.start - start)} ${text.slice(horizon.end - start)}` : text;
  const words = (rest.toLowerCase().match(WORD) ?? []).filter((word) => !STOP_WORDS.has(word));
  const pairs = (rest.match(HAN_RUN) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, place) => run.slice(place, place + 2)),
  );
  return new Set([...words, ...pairs]);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const topic of a) if (b.has(topic)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** The last day that both would have, as text; undated ones have this in common. */
function dueText({ horizon }: Candidate): string {
  if (horizon === null || horizon.reading.kind === "vague" || horizon.reading.kind === "unread")
    return "undated";
  const first = horizon.reading.kind === "window" ? horizon.reading : horizon.reading.readings[0];
  return first?.window.dueBy ?? `from ${first?.window.dueFrom}`;
}

/** Candidates that are dealt with in one step. */
const PER_STEP = 50;

/**
 * Candidates that are likely one claim said again: they fall due on the same day and have most of their words in
 * common. A hint for merging, by places in the list; those put aside are left out. Done in steps, so that others can
 * have their turn.
 */
export function* restatementsAmong(
  candidates: readonly Candidate[],
): Generator<undefined, readonly (readonly number[])[]> {
  const groupOf = new Map<number, number[]>();
  const byDue = new Map<string, { place: number; topics: ReadonlySet<string> }[]>();
  for (const [place, candidate] of candidates.entries()) {
    if (place % PER_STEP === PER_STEP - 1) yield;
    if (candidate.strength === "aside") continue;
    const due = dueText(candidate);
    const topics = topicsOf(candidate);
    const others = byDue.get(due) ?? [];
    const like = others.slice(-LOOKED_BACK).find((other) => likeness(topics, other.topics) >= ALIKE);
    if (like !== undefined) {
      const group = groupOf.get(like.place) ?? [like.place];
      group.push(place);
      groupOf.set(like.place, group).set(place, group);
    }
    others.push({ place, topics });
    byDue.set(due, others);
  }
  return [...new Set(groupOf.values())];
}
