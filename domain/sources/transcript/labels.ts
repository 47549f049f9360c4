import { labelStanding } from "./label-words.ts";

/** A label at the head of a line: the name, and how many characters it takes with all that belongs to it. */
export interface Label {
  readonly name: string;
  readonly length: number;
  /** A time stands with it, which no title and no word in passing has. */
  readonly isTimed: boolean;
}

/** No label is longer, with its marks and its time. */
export const LONGEST_LABEL = 90;

const TIME = String.raw`[\[(（]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])）]?`;
const BEFORE = String.raw`^(?:>>+[ \t]*|[-–—][ \t]*)?(?:${TIME}[ \t]*)?`;
const NAME = String.raw`([^\s:：*_\[\]【】()（）<>"“”「」,，.。!?！？#|/\\][^:：*_\[\]【】()（）<>"“”「」,，。!?！？#|\\\n]{0,40})`;
const ASIDE = String.raw`(?:[ \t]*[(（][^()（）\n]{1,40}[)）])?`;
const REST = String.raw`[ \t　]*`;

/** `Name:`, `Name (Acme) [00:12]:`, `姓名：`, `Q:`, each of them bare, bold or in brackets. */
const SHAPES = [
  new RegExp(
    `${BEFORE}${NAME}${ASIDE}(?:[ \\t]*${TIME})?[ \\t]*(?:：|:(?=\\s|$)|(?<=\\p{Script=Han}):(?![/\\d]))${REST}`,
    "u",
  ),
  new RegExp(`${BEFORE}(?:\\*\\*|__)${NAME}${ASIDE}[ \\t]*[:：](?:\\*\\*|__)${REST}`, "u"),
  new RegExp(`${BEFORE}(?:\\*\\*|__)${NAME}${ASIDE}(?:\\*\\*|__)[ \\t]*(?:${TIME})?[ \\t]*[:：]${REST}`, "u"),
  new RegExp(`${BEFORE}[\\[【（(]${NAME}${ASIDE}[\\]】）)][ \\t]*[:：]${REST}`, "u"),
  new RegExp(`${BEFORE}[\\[【]${NAME}${ASIDE}[ \\t]*[:：][\\]】]${REST}`, "u"),
];
/** `Jonas Adeyemi  00:12` alone on its line, as some services write it. */
const WITH_TIME = new RegExp(`^${NAME}[ \\t]+${TIME}[ \\t]*$`, "u");
const HAS_TIME = new RegExp(TIME);

/** The words that may be a label at the head of a line, whatever they are. */
function shapeOf(line: string): Label | null {
  const head = line.slice(0, LONGEST_LABEL);
  for (const shape of SHAPES) {
    const found = shape.exec(head);
    if (found?.[1] !== undefined)
      return { name: found[1].trim(), length: found[0].length, isTimed: HAS_TIME.test(found[0]) };
  }
  const timed = line.length <= LONGEST_LABEL ? WITH_TIME.exec(line)?.[1] : undefined;
  return timed === undefined ? null : { name: timed.trim(), length: line.length, isTimed: true };
}

/** The labels of one text. A word before a colon counts as one when it comes back, or when others are sure. */
export class Labels {
  readonly #seen = new Map<string, number>();
  #sure = 0;
  /** What stands before a colon in the first line, which may be a title: "Tidewater Storage: the easy part". */
  #first: string | null | undefined;

  /** Takes one line of the text into account; all of them, before `read`. */
  count(line: string): void {
    const found = shapeOf(line);
    if (this.#first === undefined) this.#first = found?.name ?? null;
    if (found === null) return;
    const standing = labelStanding(found.name);
    if (standing === "none") return;
    const times = (this.#seen.get(found.name) ?? 0) + 1;
    this.#seen.set(found.name, times);
    if (standing !== "perhaps" || found.isTimed || times === 2) this.#sure++;
  }

  /** The label at the head of a line, if it has one. */
  read(line: string): Label | null {
    const found = shapeOf(line);
    if (found === null || this.#sure === 0) return null;
    const times = this.#seen.get(found.name) ?? 0;
    const isTitle = found.name === this.#first && times < 2 && !found.isTimed;
    const isShort = !/\s/.test(found.name) && found.name.length <= 12;
    switch (labelStanding(found.name)) {
      case "role":
        return found;
      case "name":
        return isTitle ? null : found;
      case "perhaps":
        return times > 1 || found.isTimed || (isShort && !isTitle) ? found : null;
      case "none":
        return null;
    }
  }
}
