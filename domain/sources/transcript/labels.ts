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

const TIME = String.raw`[\[(（_*]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])）_*]?`;
const BEFORE = String.raw`^(?:>>+[ \t]*|[-–—][ \t]*)?(?:${TIME}[ \t]*)?`;
const NAME = String.raw`([^\s:：*_\[\]【】()（）<>"“”「」,，.。!?！？#|/\\][^:：*_\[\]【】()（）<>"“”「」,，。!?！？#|\\\n]{0,40})`;
/** `Okafor, Denise`. */
const TURNED_NAME = String.raw`(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?, \p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20})?)`;
const ASIDE = String.raw`(?:[ \t]*[(（][^()（）\n]{1,40}[)）])?`;
const REST = String.raw`[ \t　]*`;
const COLON = String.raw`[ \t]*(?:：|:(?=\s|$|\p{Script=Han})|(?<=\p{Script=Han}):(?![/\d])|(?<=^[QA]):(?=[\d“「"]))`;

/** What makes words at the head of a line look like a label, from what is nearly sure to what needs others beside it. */
type Shape = "colon" | "bracket" | "dash" | "alone";

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  // `**Ann Lee** _00:00:10_`, `[Speaker 1] [18:49] words`.
  ["colon", new RegExp(`${BEFORE}(?:\\*\\*|__)${NAME}${ASIDE}(?:\\*\\*|__)[ \\t]*${TIME}${REST}`, "u")],
  ["colon", new RegExp(`${BEFORE}[\\[【]${NAME}${ASIDE}[\\]】][ \\t]*${TIME}${REST}`, "u")],
  // `Name:`, `Name (Acme) [00:12]:`, `姓名：`, `Q:`, each of them bare, bold or in brackets.
  ["colon", new RegExp(`${BEFORE}${NAME}${ASIDE}(?:[ \\t]*${TIME})?${COLON}${REST}`, "u")],
  ["colon", new RegExp(`${BEFORE}${TURNED_NAME}${ASIDE}(?:[ \\t]*${TIME})?${COLON}${REST}`, "u")],
  ["colon", new RegExp(`${BEFORE}(?:\\*\\*|__)${NAME}${ASIDE}[ \\t]*[:：](?:\\*\\*|__)${REST}`, "u")],
  [
    "colon",
    new RegExp(
      `${BEFORE}(?:\\*\\*|__)${NAME}${ASIDE}(?:\\*\\*|__)[ \\t]*(?:${TIME})?[ \\t]*[:：]${REST}`,
      "u",
    ),
  ],
  ["colon", new RegExp(`${BEFORE}[\\[【（(]${NAME}${ASIDE}[\\]】）)][ \\t]*[:：]${REST}`, "u")],
  ["colon", new RegExp(`${BEFORE}[\\[【]${NAME}${ASIDE}[ \\t]*[:：][\\]】]${REST}`, "u")],
  // `Jonas Adeyemi  00:12` alone on its line, as some services write it.
  ["colon", new RegExp(`^${NAME}${ASIDE}[ \\t]+${TIME}[ \\t]*$`, "u")],
  // `- [Interviewer] words`, 【王小明】words.
  ["bracket", new RegExp(`${BEFORE}[\\[【]${NAME}${ASIDE}[\\]】]${REST}`, "u")],
  // `Ann - words`.
  ["dash", new RegExp(`^${NAME}${ASIDE}[ \\t]+[-–—][ \\t]+(?=\\S)`, "u")],
  // `Ann Lee (Executives)`, `Ann Lee`, 王小明, alone on a line.
  ["alone", new RegExp(`^(?:\\*\\*|__)?${NAME}${ASIDE}(?:\\*\\*|__)?[ \\t]*$`, "u")],
];
const HAS_TIME = new RegExp(TIME);
const HAS_ASIDE = /[(（][^()（）\n]{1,40}[)）]/u;
/** "Wins Maine: 10%": odds and figures, and nobody's words. */
const FIGURE =
  /^[<>~≈+約约-]?[ \t]?[$€£¥]?[\d０-９][\d０-９.,]*[ \t]?(?:[%％‰成倍]|percent\b|pct\b|$|\/|[–~-]\d|[万億亿兆]|in \d|million\b|billion\b)/iu;
const ENDS_SENTENCE = /[.?!。？！…][)"'”’」』）]*$/;

interface Shaped extends Label {
  readonly shape: Shape;
  readonly hasAside: boolean;
}

/** The words that may be a label at the head of a line, whatever they are. */
function shapeOf(line: string): Shaped | null {
  const head = line.slice(0, LONGEST_LABEL);
  for (const [shape, pattern] of SHAPES) {
    if (shape === "alone" && line.length > LONGEST_LABEL) continue;
    const found = pattern.exec(head);
    if (found?.[1] === undefined) continue;
    const { length } = found[0];
    if (FIGURE.test(line.slice(length))) return null;
    const name = found[1].trim();
    return { shape, name, length, isTimed: HAS_TIME.test(found[0]), hasAside: HAS_ASIDE.test(found[0]) };
  }
  return null;
}

/** So often at least the names that stand alone on their lines come, together, to be taken for those who speak. */
const FEWEST_ALONE = 4;

/** The labels of one text. A word before a colon counts as one when it comes back, or when others are sure. */
export class Labels {
  readonly #seen = new Map<string, number>();
  readonly #alone = new Map<string, { times: number; asides: number }>();
  #sure = 0;
  /** What stands before a colon in the first line, which may be a title: "Tidewater Storage: the easy part". */
  #first: string | null | undefined;

  /** Takes one line of the text into account; all of them, before `read`. */
  count(line: string): void {
    const found = shapeOf(line);
    if (this.#first === undefined) {
      const rest = found === null ? "" : line.slice(found.length);
      const isTitle = found?.shape === "colon" && !(ENDS_SENTENCE.test(line) && /^\p{Lu}/u.test(rest));
      this.#first = isTitle ? (found?.name ?? null) : null;
    }
    if (found === null) return;
    const standing = labelStanding(found.name);
    if (standing === "none") return;
    if (found.shape === "alone" || found.shape === "dash") {
      if (standing === "perhaps" && !isPlainName(found.name)) return;
      const before = this.#alone.get(found.name) ?? { times: 0, asides: 0 };
      const asides = before.asides + (found.hasAside ? 1 : 0);
      this.#alone.set(found.name, { times: before.times + 1, asides });
      return;
    }
    const times = (this.#seen.get(found.name) ?? 0) + 1;
    this.#seen.set(found.name, times);
    if (found.shape === "bracket") {
      if (times === 2 || standing === "role") this.#sure++;
    } else if (standing !== "perhaps" || found.isTimed || times === 2) this.#sure++;
  }

  /** Whether names that stand alone on their lines, or before a dash, are those who speak: several, and again and again. */
  #isAloneKnown(name: string): boolean {
    const one = this.#alone.get(name);
    if (one === undefined) return false;
    const again = [...this.#alone].filter(([, { times, asides }]) => times > 1 || asides > 0);
    const total = again.reduce((sum, [, { times }]) => sum + times, 0);
    const isMany = again.length >= 2 && total >= FEWEST_ALONE;
    return (one.times > 1 || one.asides > 0) && (isMany || (this.#seen.get(name) ?? 0) > 0);
  }

  /** The label at the head of a line, if it has one. */
  read(line: string): Label | null {
    const found = shapeOf(line);
    if (found === null) return null;
    const { shape, name, isTimed } = found;
    if (shape === "alone" || shape === "dash") return this.#isAloneKnown(name) ? found : null;
    if (this.#sure === 0) return null;
    const times = this.#seen.get(name) ?? 0;
    const standing = labelStanding(name);
    if (shape === "bracket") return times > 1 || standing === "role" ? found : null;
    const isTitle = name === this.#first && times < 2 && !isTimed;
    const isShort = !/\s/.test(name) && name.length <= 12 && isPlainName(name);
    switch (standing) {
      case "role":
        return found;
      case "name":
        return isTitle ? null : found;
      case "perhaps":
        return times > 1 || isTimed || (isShort && !isTitle) ? found : null;
      case "none":
        return null;
    }
  }
}

const LATIN_NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
/** 王小明, 佩珊, 發言人1; not 首先看供給面. */
const SHORT_HAN_NAME = /^\p{Script=Han}{2,3}\d{0,2}$/u;
/** One word that may well be a name. */
const isPlainName = (name: string): boolean =>
  LATIN_NAME.test(name) || SHORT_HAN_NAME.test(name) || /^\p{Script=Han}{0,4}[ ]?[A-Z\d]{1,2}$/u.test(name);
