import { TRADITIONAL } from "./zh/characters.ts";

/** A word, a number, one Chinese character or one sign of a text. */
export interface Token {
  readonly kind: "word" | "number" | "han" | "sign" | "end";
  /** In lower case, Traditional characters and half-width forms. */
  readonly text: string;
  /** Of a number; NaN for all else, and for what is no plain number: a price, a share, a version. */
  readonly value: number;
  /** UTF-16 offsets in the text, `end` excluded. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the one before. */
  readonly glued: boolean;
}

const SIGNS: { readonly [sign: string]: string } = {
  "\u2019": "'",
  "\u2018": "'",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2015": "-",
  "\u2212": "-",
  ー: "-",
  "\u301c": "~",
  "\u3002": ".",
  "\u3001": ",",
  "\u3000": " ",
};

/** One character as the tables write it; never more than one, so that places in the text hold. */
function plain(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const lower = sign.toLowerCase();
  return SIGNS[sign] ?? TRADITIONAL[sign] ?? (lower.length === 1 ? lower : sign);
}

const isHan = (sign: string) => (sign >= "\u4e00" && sign <= "\u9fff") || sign === "〇";
const isDigit = (sign: string) => sign >= "0" && sign <= "9";
const isLetter = (sign: string) =>
  (sign >= "a" && sign <= "z") || (sign >= "\u00df" && sign <= "\u024f" && sign !== "\u00f7");
const isBlank = (sign: string) => sign === " " || /\s/.test(sign);

const CURRENCY = "$€£¥₩₹";
/** More digits than these count nothing that a calendar holds. */
const MOST_DIGITS = 9;

/** Where a number ends: its digits, groups of three behind commas, one decimal part; more parts make a version. */
function readNumber(
  signs: readonly string[],
  start: number,
): { readonly end: number; readonly value: number } {
  let end = start;
  const digits = () => {
    const from = end;
    while (end < signs.length && isDigit(signs[end] ?? "")) end += 1;
    return end - from;
  };
  let count = digits();
  const groupAt = (at: number) =>
    signs[at] === "," &&
    [1, 2, 3].every((step) => isDigit(signs[at + step] ?? "")) &&
    !isDigit(signs[at + 4] ?? "");
  const isGrouped = count <= 3 && groupAt(end);
  while (isGrouped && groupAt(end)) {
    end += 4;
    count += 3;
  }
  let parts = 0;
  while (signs[end] === "." && isDigit(signs[end + 1] ?? "")) {
    end += 1;
    count += digits();
    parts += 1;
  }
  const isPlain = parts <= 1 && count <= MOST_DIGITS;
  return { end, value: isPlain ? Number(signs.slice(start, end).join("").replaceAll(",", "")) : Number.NaN };
}

/**
 * Cuts a text into tokens, each character looked at a bounded number of times.
 *
 * A blank line is a sign of its own, since nothing is said across it.
 */
export function tokenise(text: string): readonly Token[] {
  const signs = Array.from({ length: text.length }, (_, at) => plain(text[at] ?? ""));
  const tokens: Token[] = [];
  let at = 0;
  const isGlued = () => tokens.at(-1)?.end === at;
  const push = (kind: Token["kind"], end: number, value = Number.NaN) => {
    tokens.push({ kind, text: signs.slice(at, end).join(""), value, start: at, end, glued: isGlued() });
    at = end;
  };
  while (at < signs.length) {
    const sign = signs[at] ?? "";
    if (isBlank(sign)) {
      const from = at;
      while (at < signs.length && isBlank(signs[at] ?? "")) at += 1;
      if (text.slice(from, at).split("\n").length > 2) {
        tokens.push({ kind: "sign", text: "\n", value: Number.NaN, start: from, end: at, glued: false });
      }
    } else if (isDigit(sign)) {
      const { end, value } = readNumber(signs, at);
      const isPriced = CURRENCY.includes(signs[at - 1] || "\n") || signs[end] === "%";
      push("number", end, isPriced ? Number.NaN : value);
    } else if (isLetter(sign)) {
      let end = at + 1;
      while (isLetter(signs[end] ?? "") || (signs[end] === "'" && isLetter(signs[end + 1] ?? ""))) end += 1;
      if (signs[end] === "'" && signs[end - 1] === "s") end += 1;
      push("word", end);
    } else push(isHan(sign) ? "han" : "sign", at + 1);
  }
  return tokens;
}
