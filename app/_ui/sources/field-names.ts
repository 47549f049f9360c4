import type { Candidate } from "#domain/sources/extraction.ts";

/** What the names of a sentence's fields begin with: its place in the text, which stays what it is. */
export const candidateKey = ({ sentence }: Pick<Candidate, "sentence">): string => `s${sentence.start}`;

/** The name of a button that saves and goes on to the next sentences. */
export const ONWARD = "onward";

/** What the names of the fields begin with that say who one of those is who speak. */
export const voiceKey = (place: number | string): string => `who${place}`;
