const DIGITS = "零一二三四五六七八九";
const NUMERAL = "[一二三四五六七八九]";
const CHINESE = new RegExp(`百分之(?:(${NUMERAL})?十(${NUMERAL})?|(${NUMERAL}))(?![十百千萬万])`, "g");
const TENTHS = new RegExp(`(${NUMERAL}|\\d)成(${NUMERAL})?(?![為为了立長长本])`, "g");
const PERCENT = /(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b)/gi;
/** What stands between two numbers that are the ends of one range. */
const RANGE = new RegExp(
  `\\d\\s*(?:[-–—~至到]|to|or|and)\\s*\\d|${NUMERAL}[-~至到、]?${NUMERAL}成|十${NUMERAL}?\\s*[-–—~至到、]\\s*${NUMERAL}`,
  "i",
);

const digitOf = (digit: string | undefined): number =>
  digit === undefined ? 0 : DIGITS.includes(digit) ? DIGITS.indexOf(digit) : Number(digit);

/**
 * The probability that a speaker put into numbers, in whole percent from 1 to 99; null where they put none, several or
 * a range, or were certain. It is what was said of the claim, whatever it claims.
 *
 * @param words the forecast's own words for how sure they sounded
 * @example statedConfidence("about 70 percent sure") // 70
 * @example statedConfidence("我有七成把握") // 70
 * @example statedConfidence("百分之七十五") // 75
 * @example statedConfidence("七八成") // null
 */
export function statedConfidence(words: string | null): number | null {
  if (words === null) return null;
  const text = words.normalize("NFKC");
  if (RANGE.test(text)) return null;
  const found = [
    ...[...text.matchAll(PERCENT)].map(([, number]) => Number(number)),
    ...[...text.matchAll(TENTHS)].map(([, tens, ones]) => 10 * digitOf(tens) + digitOf(ones)),
    ...[...text.matchAll(CHINESE)].map(([, tens, ones, alone]) =>
      alone === undefined ? 10 * (digitOf(tens) || 1) + digitOf(ones) : digitOf(alone),
    ),
  ];
  const [only] = new Set(found.map(Math.round));
  return only === undefined || new Set(found).size > 1 || only < 1 || only > 99 ? null : only;
}
