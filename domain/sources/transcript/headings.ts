/** No heading is longer. */
const LONGEST_HEADING = 120;

const HASHES = /^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const IN_BRACKETS = /^【[^【】]{1,40}】$/;
const BOLD = /^(?:\*\*|__)([^*_]{1,100})(?:\*\*|__)$/;
const NUMBERED_HAN =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[章節节部篇回]|[（(]?[一二三四五六七八九十]{1,3}[)）、．.])/;
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?[ \t]+\p{Lu}/u;
const ENDS_SENTENCE = /[.。!！;；:：,，、…][)"'”’」』）*_]*$/;
const ASKS = /[?？]$/;
const BYLINE =
  /^(?:by |published|updated|posted|written|文[／/]|撰文|記者|记者|作者|圖[／/]|photo|©|https?:)/i;
const HAN = /\p{Script=Han}/u;

export const UNDERLINE = /^(?:={3,}|-{3,})$/;
/** A line that only parts what stands above it from what stands below. */
export const RULE = /^(?:[-*_=~—–·•.+#|][ \t]?){3,}$/;
/** A line that is only a time, a number or marks: a page number, the time of a cue. */
export const WITHOUT_LETTERS = /^[^\p{L}]*$/u;

/** The words of a Markdown heading (`## Words`), or null. They start where the line's text goes on after the hashes. */
export function hashHeading(line: string): string | null {
  if (line.length > LONGEST_HEADING * 4 || !line.startsWith("#")) return null;
  return HASHES.exec(line)?.[1]?.trim() || null;
}

/**
 * Whether a line that stands alone is a heading: in brackets, numbered, bold, or short and without a full stop.
 *
 * @example isHeadingAlone("Production and people") // true
 * @example isHeadingAlone("Today, governments.") // false
 */
export function isHeadingAlone(line: string): boolean {
  if (line.length > LONGEST_HEADING || BYLINE.test(line)) return false;
  if (IN_BRACKETS.test(line)) return true;
  const bare = BOLD.exec(line)?.[1] ?? line;
  if (ENDS_SENTENCE.test(bare) || /^["“「『]/.test(bare) || /[。！？]./u.test(bare)) return false;
  // A bold question is one that is asked, in interviews without labels.
  if (bare !== line) return !ASKS.test(bare);
  const isNumbered = NUMBERED.test(line) || NUMBERED_HAN.test(line);
  if (HAN.test(line)) return line.length <= (isNumbered ? 40 : 24) && (isNumbered || !ASKS.test(line));
  const words = line.split(/\s+/).length;
  return words <= (isNumbered ? 16 : 10) && !ASKS.test(line) && /^[\p{Lu}\p{N}"“]/u.test(line);
}

/** Whether a line is a heading even among others: in brackets of its own. */
export const isHeadingAnywhere = (line: string): boolean => IN_BRACKETS.test(line.slice(0, LONGEST_HEADING));

/** Whether a whole paragraph is bold: how many interviews without labels print their questions. */
export const isBold = (paragraph: string): boolean =>
  /^(?:\*\*|__)/.test(paragraph) && /(?:\*\*|__)$/.test(paragraph);
