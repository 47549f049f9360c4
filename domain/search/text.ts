/**
 * One token of a text, and where in the text it stands (UTF-16 offsets). A word is one token. Of a script written
 * without spaces every character begins one: the character with the one after it, or alone where the run ends.
 */
export interface Token {
  readonly text: string;
  readonly start: number;
  /** The end of the word, or of the first character of a pair. */
  readonly end: number;
  readonly kind: "word" | "pair" | "last";
}

/** Letters, digits and what is set upon them; a soft hyphen or a joiner does not end a word. */
const RUN = /(?:[\p{L}\p{N}\p{M}]|\u00ad|\u200c|\u200d|\u2060)+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
/**
 * What people take for one character: a letter with its marks, the parts of a Hangul syllable, a narrow kana with its
 * dots.
 */
const CHARACTER =
  /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[\uff66-\uff9d][\uff9e\uff9f]|\P{M}\p{M}*|\p{M}+/gu;
const UNSPACED = /[\p{Script=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Han characters without a second form: most of what is written in Chinese. */
const PLAIN_HAN = /^[\u4e00-\u9fff]$/;
const LONGEST_WORD = 64;

/** A character as it is compared: width, case and accents do not count. Nothing is left of a mark without a letter. */
function folded(character: string): string {
  if (PLAIN_HAN.test(character)) return character;
  const plain = character.normalize("NFKC").toUpperCase().toLowerCase();
  const bare = ACCENTED.test(plain) ? plain.normalize("NFD").replace(/\p{Mn}/gu, "") : plain;
  const kept = bare.replace(/[^\p{L}\p{N}\p{M}]|\p{Variation_Selector}/gu, "").normalize("NFKC");
  return /^\p{M}*$/u.test(kept) ? "" : kept;
}

/** Nobody looks for more of a word than this; an index keeps no words without end. */
const clipped = (word: string): string =>
  word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join("");

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The characters of a run without spaces as overlapping pairs, and the last one alone: one token for each. */
const paired = (pieces: readonly Piece[]): Token[] =>
  pieces.map((piece, place) => {
    const next = pieces[place + 1];
    return next === undefined
      ? { ...piece, kind: "last" }
      : { ...piece, text: piece.text + next.text, kind: "pair" };
  });

function tokensOfRun(run: string, at: number): Token[] {
  const tokens: Token[] = [];
  let word = "";
  let [start, end] = [0, 0];
  let pieces: Piece[] = [];
  const endWord = () => {
    if (word !== "") tokens.push({ text: clipped(word), start, end, kind: "word" });
    word = "";
  };
  const endPieces = () => {
    tokens.push(...paired(pieces));
    pieces = [];
  };
  for (const { 0: character, index } of run.matchAll(CHARACTER)) {
    const text = clipped(folded(character));
    if (text === "") continue;
    const piece = { text, start: at + index, end: at + index + character.length };
    if (UNSPACED.test(text)) {
      endWord();
      pieces.push(piece);
    } else {
      endPieces();
      if (word === "") start = piece.start;
      word += text;
      end = piece.end;
    }
  }
  endWord();
  endPieces();
  return tokens;
}

/**
 * The tokens of a text, in its order. Two texts that differ only in width, case or accents have the same ones. Runs of
 * Han, kana, Hangul and Bopomofo become pairs, so that any two characters beside one another can be looked up as one
 * token, more of them as tokens in a row, and one as the beginning of a token.
 *
 * @example tokensOf("Café 抽象化").map(({ text }) => text) // ["cafe", "抽象", "象化", "化"]
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (ASCII.test(run)) {
      tokens.push({
        text: clipped(run.toLowerCase()),
        start: index,
        end: index + run.length,
        kind: "word",
      });
    } else {
      for (const token of tokensOfRun(run, index)) tokens.push(token);
    }
  }
  return tokens;
}
