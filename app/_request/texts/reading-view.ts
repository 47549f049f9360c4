import { listSpeakerChoices } from "#db/lists/speakers.ts";
import { listSourceQuotes } from "#db/sources/quote-places.ts";
import type { Reader } from "#db/store.ts";
import type { ListedCandidate, ReadingView } from "../../_ui/sources/asked.ts";
import type { SourceReading } from "./source-reading.ts";
import { voiceAt, voicesOf } from "./voices.ts";

/** As many of each as a choice offers. */
const MOST_SPEAKERS = 200;
const MOST_ON_RECORD = 20;

/** The number in the list of the first of those that a sentence most likely restates. */
function restatedBy({ extraction }: SourceReading, place: number): number | null {
  const group = extraction.restatements.find((places) => places.includes(place));
  const first = group === undefined ? place : Math.min(...group);
  return first === place ? null : first + 1;
}

/** What the form of a text is rendered from. */
export async function readingView(
  read: Reader,
  reading: SourceReading,
): Promise<Omit<ReadingView, "read" | "m" | "language">> {
  const { source, text, times, saidOn, isKept, skip, shown } = reading;
  const speakers = await listSpeakerChoices(read, MOST_SPEAKERS);
  const quoted = await listSourceQuotes(read, source.slug);
  const bySentence = new Map(quoted.map(({ quote, slug }) => [quote, slug]));
  const voices = voicesOf(shown, speakers);
  const listed = shown.map(
    (candidate, place): ListedCandidate => ({
      candidate,
      number: skip + place + 1,
      voice: voiceAt(voices, candidate),
      onRecord: bySentence.get(candidate.sentence.text) ?? null,
      restates: restatedBy(reading, skip + place),
    }),
  );
  return {
    slug: source.slug,
    listed,
    voices,
    speakers,
    saidOn,
    isKept,
    times,
    length: text.length,
    hasNext: reading.next !== null,
    quoted: quoted.slice(0, MOST_ON_RECORD),
  };
}
