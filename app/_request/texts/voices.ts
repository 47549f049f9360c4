import type { SpeakerRecord } from "#db/lists/speakers.ts";
import type { Candidate } from "#domain/sources/extraction.ts";
import type { Translated } from "#domain/vocabulary.ts";

/** Who may have said some of the sentences that are shown: a label of the text, or nobody named. */
export interface Voice {
  /** As the text has it; null for what no label stands before. */
  readonly label: string | null;
  /** Whoever a reader adds, who has no label in the text. */
  readonly isAdded: boolean;
  /** The speaker on record of that name; empty where there is none. */
  readonly speaker: string;
  /** What they are called, where they are not on record. */
  readonly name: Translated;
}

type Known = Pick<SpeakerRecord, "slug" | "name">;

const HAN = /\p{Script=Han}/u;
const folded = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Nobody says who speaks, so that the reader is asked: the publication is not what its text quotes. */
const UNNAMED: Voice = { label: null, isAdded: false, speaker: "", name: { en: null, "zh-Hant": null } };

function voiceOf(label: string, known: readonly Known[]): Voice {
  const same = known.find(({ name: own }) =>
    [own.en, own["zh-Hant"]].some((one) => one !== null && folded(one) === folded(label)),
  );
  const isHan = HAN.test(label);
  return {
    label,
    isAdded: false,
    speaker: same?.slug ?? "",
    name: { en: isHan ? null : label, "zh-Hant": isHan ? label : null },
  };
}

/**
 * Who may have said the sentences of a page, in the order of the list, and at the end one more for a reader to name.
 * Where nobody is named for a sentence, the form asks.
 */
export function voicesOf(shown: readonly Candidate[], known: readonly Known[]): readonly Voice[] {
  const labels = [...new Set(shown.map(({ speaker }) => speaker))];
  return [
    ...labels.map((label) => (label === null ? UNNAMED : voiceOf(label, known))),
    { label: null, isAdded: true, speaker: "", name: { en: null, "zh-Hant": null } },
  ];
}

/** The place of the voice of a sentence among those of its page. */
export const voiceAt = (voices: readonly Voice[], { speaker }: Candidate): number =>
  voices.findIndex(({ label, isAdded }) => label === speaker && !isAdded);
