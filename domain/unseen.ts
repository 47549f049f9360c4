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
  return found === undefined ? null : numberOf(found);
}

/** A character by its number, as Unicode writes it. */
const numberOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

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

/** Of longer texts also what is of no width and no part of any writing: flags of regions are written with tags. */
const HIDDEN =
  /([\u0080-\u009f\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0001}\u{e0020}-\u{e007f}])/u;

/** A stretch of a text, or one character of it that nobody sees, with its number. */
export interface TextStretch {
  readonly text: string;
  readonly unseen: string | null;
}

/**
 * A longer text in stretches, so that each character can be shown that nobody sees; those of record 27 and the ones of
 * no width. Joiners, marks that state a direction and soft hyphens are writing.
 *
 * @example stretchesOf("a\u202eb") // [{ text: "a", unseen: null }, { text: "\u202e", unseen: "U+202E" }, …]
 */
export function stretchesOf(text: string): readonly TextStretch[] {
  return text.split(HIDDEN).flatMap((stretch, place) => {
    if (stretch === "") return [];
    return [{ text: stretch, unseen: place % 2 === 1 ? numberOf(stretch) : null }];
  });
}

const [ISOLATE, END] = ["\u2068", "\u2069"];

/**
 * A text woven into a sentence that is kept as plain text: between the characters of an isolate, and without any that
 * would end it. `wovenParts` finds it again.
 */
export const woven = (text: string): string => `${ISOLATE}${unseenShown(text)}${END}`;

/** The parts of a sentence, by turns ours and what was woven into it. */
export const wovenParts = (sentence: string): readonly string[] =>
  sentence.split(/\u2068([^\u2068\u2069]*)\u2069/);

/** What is written from right to left, or states that direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text as it may stand where there are no elements: in a title, a name for those who hear the page, a choice of a
 * list. The characters of an isolate are around it where it could move what stands beside it, and nowhere else.
 *
 * @example isolatedText("Ada") // "Ada"
 */
export const isolatedText = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? woven(text) : unseenShown(text);
