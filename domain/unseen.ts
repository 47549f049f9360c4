/**
 * Characters that nobody sees and that change how what stands around them reads: the controls of C1, marks that embed,
 * override or isolate a direction of writing (UAX #9), and separators of lines and paragraphs.
 */
const UNSEEN = /[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const ALL_UNSEEN = new RegExp(UNSEEN, "g");
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/**
 * The first of them in a text, by its number as Unicode writes it; null where there is none.
 *
 * @example unseenIn("Ada\u202e nimda") // "U+202E"
 */
export function unseenIn(text: string): string | null {
  const found = UNSEEN.exec(text)?.[0];
  return found === undefined ? null : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * A line without them, as what others wrote is offered: what ended a line is a blank.
 *
 * @example withoutUnseen("Not\u2028true\u202e") // "Not true"
 */
export const withoutUnseen = (line: string): string => line.replace(LINE_ENDS, " ").replace(ALL_UNSEEN, "");

/**
 * A text without them in which every other character keeps its place: what ended a line is a line's end, any other a
 * blank.
 *
 * @example unseenBlanked("Not\u2028tr\u202eue") // "Not\ntr ue"
 */
export const unseenBlanked = (text: string): string => text.replace(LINE_ENDS, "\n").replace(ALL_UNSEEN, " ");

/**
 * A text as it may stand in a line of ours: each of them is seen, as the sign for what is no character, and has no
 * effect.
 */
export const unseenShown = (text: string): string => text.replace(ALL_UNSEEN, "\ufffd");
