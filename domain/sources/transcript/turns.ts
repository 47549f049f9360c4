/** One cue of SRT or WebVTT captions. */
interface Cue {
  /** Seconds from the start of the recording. */
  readonly from: number;
  readonly to: number;
  /** What is spoken, a piece for each voice. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  /** Of `<v Name>`; undefined where nobody is named. */
  readonly voice: string | undefined;
  readonly words: string;
}

const TIMES =
  /^[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
/** Markup is short; what is longer is a text with a "<" in it. */
const TAG = /<\/?(?:[a-z]{1,4}\b[^<>\n]{0,100}|[\d:.]{5,15})>|\{\\[^{}\n]{1,40}\}/gi;
const VOICE = /<v(?:\.[^ \t<>]{1,40})?[ \t]+([^<>\n]{1,80})>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&lrm;": "",
  "&rlm;": "",
};

const seconds = (hours = "0", minutes = "0", secs = "0", parts = "0"): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(secs) + Number(parts.padEnd(3, "0")) / 1000;

const plain = (markup: string): string =>
  markup
    .replace(TAG, "")
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? "");

/** A line of a cue by its voices; what stands before the first belongs to nobody. */
function piecesOf(line: string): Piece[] {
  const parts = line.split(VOICE);
  return parts.flatMap((words, place) => {
    if (place % 2 === 1) return [];
    const spoken = plain(words).trim();
    return spoken === "" ? [] : [{ voice: parts[place - 1]?.trim(), words: spoken }];
  });
}

/**
 * The cues of captions, SRT and WebVTT alike: a line with two times, and the lines below it up to a blank one. What
 * belongs to no cue (numbers, notes, styles) is left out; so is a line that only repeats the one before it, which is
 * how captions that roll up are written.
 *
 * Source: WebVTT (W3C), sections 4.1 to 4.4; SRT has no standard.
 */
function* cuesOf(text: string): Generator<Cue> {
  let open: { from: number; to: number; pieces: Piece[] } | null = null;
  let before = "";
  for (const line of text.split("\n")) {
    const times = line.includes("-->") ? TIMES.exec(line) : null;
    if (times !== null) {
      if (open !== null && open.pieces.length > 0) yield open;
      open = { from: seconds(...times.slice(1, 5)), to: seconds(...times.slice(5, 9)), pieces: [] };
    } else if (line.trim() === "") {
      if (open !== null && open.pieces.length > 0) yield open;
      open = null;
    } else if (open !== null) {
      const pieces = piecesOf(line);
      const spoken = pieces.map(({ words }) => words).join(" ");
      if (spoken !== before) open.pieces.push(...pieces);
      before = spoken;
    }
  }
  if (open !== null && open.pieces.length > 0) yield open;
}

const LONE_TIME = /^[ \t]*[[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[\])]?[ \t]*$/;
const FEWEST_TIMES = 5;
/** A third of the lines at least are times. */
const SHARE_OF_TIMES = 0.3;
const LOOKED_AT = 20_000;

/**
 * Whether a text is captions as a video's page shows them: a line that is only a time, the words below it. Transcripts
 * with a name on the line of each time are none.
 */
export function isPastedCaptions(text: string): boolean {
  const lines = text
    .slice(0, LOOKED_AT)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const times = lines.filter((line) => LONE_TIME.test(line)).length;
  return times >= FEWEST_TIMES && times >= lines.length * SHARE_OF_TIMES && namesBeforeTimes(lines) === 0;
}

/** How many lines before a time look like the names of those who speak: short, and there again. */
function namesBeforeTimes(lines: readonly string[]): number {
  const before = lines.filter(
    (line, at) => LONE_TIME.test(lines[at + 1] ?? "") && line.length < MOST_OF_A_NAME,
  );
  const again = new Set(before.filter((line, at) => before.indexOf(line) !== at && !LONE_TIME.test(line)));
  return again.size;
}
const MOST_OF_A_NAME = 40;

/** The cues of such a text. Each lasts until the next. */
function* pastedCues(text: string): Generator<Cue> {
  let open: { from: number; to: number; pieces: Piece[] } | null = null;
  for (const line of text.split("\n")) {
    const time = LONE_TIME.exec(line);
    if (time !== null) {
      const from = seconds(time[1], time[2], time[3]);
      if (open !== null && open.pieces.length > 0) yield { ...open, to: from };
      open = { from, to: from, pieces: [] };
    } else if (line.trim() !== "") {
      open ??= { from: 0, to: 0, pieces: [] };
      open.pieces.push(...piecesOf(line));
    }
  }
  if (open !== null && open.pieces.length > 0) yield open;
}

/** When the words at a place of a kept text are spoken. */
export interface TimedPlace {
  /** UTF-16 offset in the kept text. */
  readonly at: number;
  /** Seconds from the start of the recording. */
  readonly seconds: number;
}

/** A pause after which a new paragraph begins, in seconds. */
const PAUSE = 4;
/** A paragraph of captions ends with the first sentence that ends beyond this much. */
const LONG_PARAGRAPH = 700;

const ENDS_SENTENCE = /[.!?。！？…]["'”’」』）)]*$/;
/** A name, role or dash at the head of a cue that says that someone else speaks. */
const NEW_TURN = /^(?:>>|[-–—]\s?\S|[^\s:：,，.。!?！？][^:：,，.。!?！？\n]{0,40}[:：](?:\s|$|[^\s\d/]))/;
const HAN_OR_MARK = /[\p{Script=Han}　-〿＀-￯]/u;

const UNFINISHED =
  /(?:^|\s)(?:the|a|an|of|in|on|at|by|to|for|from|with|and|or|but|so|that|which|who|is|are|was|were|be|been|will|would|can|could|should|might|may|next|this|these|every|each|about|than|over|within|until|before|after|our|my|your|their|its|his|her|not|going|gonna|like|i|we|you|they|he|she|it|if|when|because|as|into|more|less|least|most|another|first|second|last|end|early|late)$/i;
const GOES_ON =
  /^(?:years?|months?|weeks?|days?|decades?|quarters?|percent|million|billion|of|from|to|in|by|and|or|until|before|per|than)\b/i;
const UNFINISHED_HAN =
  /[的在到於于和與与及是會会將将要能把被從从對对向跟或而且也都不沒没未每第約约大可最更再還还就才到\d]$/u;
const GOES_ON_HAN = /^[的了年月日號号個个內内後后前以之%％倍萬万億亿]/u;

/** Whether words without marks go on in the next line: "in the", "next five years". */
const isUnfinished = (above: string, below: string): boolean =>
  HAN_OR_MARK.test(above.slice(-1))
    ? UNFINISHED_HAN.test(above) || GOES_ON_HAN.test(below)
    : UNFINISHED.test(above) || GOES_ON.test(below);

/** What stands between two lines that are one sentence: nothing in Chinese, a space elsewhere. */
function between(above: string, below: string): string {
  const isHan = HAN_OR_MARK.test(above.slice(-1)) && HAN_OR_MARK.test(below.slice(0, 1));
  return isHan ? "" : " ";
}

/**
 * Captions as a text to read: the lines of one speaker run on, a new paragraph for another speaker, after a pause, and
 * now and then; `Name: ` in front where a voice is named. With the time of each cue.
 */
export function readableCaptions(captions: string): { text: string; times: readonly TimedPlace[] } {
  return readable(cuesOf(captions));
}

/** The same of captions that were copied from a video's page. */
export function readablePasted(pasted: string): ReturnType<typeof readableCaptions> {
  const cues = [...pastedCues(pasted)];
  const ended = cues.filter(({ pieces }) => /[.!?。！？]/.test(pieces.at(-1)?.words ?? "")).length;
  return readable(cues, ended < cues.length * FEW_MARKS);
}
/** Words with fewer full stops than this have none to be read by. */
const FEW_MARKS = 0.1;

/** @param isUnmarked there are hardly any full stops, so that a line ends what it does not leave open */
function readable(cues: Iterable<Cue>, isUnmarked = false): { text: string; times: readonly TimedPlace[] } {
  const parts: string[] = [];
  const times: TimedPlace[] = [];
  let length = 0;
  let paragraph = 0;
  let last = "";
  let voice: string | undefined;
  let before: Cue | null = null;

  const write = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  for (const cue of cues) {
    let isTimed = false;
    for (const piece of cue.pieces) {
      const isEnded = ENDS_SENTENCE.test(last.slice(-8));
      const hasPaused = before !== null && cue.from - before.to >= PAUSE;
      const isOther = piece.voice !== undefined && piece.voice !== voice;
      const isNew = isOther || (piece.voice === undefined && NEW_TURN.test(piece.words));
      const words = piece.words.replace(/^-\s?(?=\S)/, "— ");
      const isOver = isUnmarked && last !== "" && !isUnfinished(last, words);
      if (last === "") paragraph = 0;
      else if (isNew || isOver || (isEnded && (hasPaused || length - paragraph > LONG_PARAGRAPH))) {
        write("\n\n");
        paragraph = length;
      } else write(between(last, words));
      if (isOther) write(`${piece.voice}: `);
      voice = piece.voice ?? (isNew ? undefined : voice);
      if (!isTimed) times.push({ at: length, seconds: cue.from });
      isTimed = true;
      write(words);
      last = words;
    }
    before = cue;
  }
  return { text: parts.join(""), times };
}

/**
 * When the words at a place are spoken: the start of the cue they stand in.
 *
 * @returns seconds from the start of the recording; null before the first cue and where the text has no times
 */
export function secondsAt(times: readonly TimedPlace[], place: number): number | null {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return times[low - 1]?.seconds ?? null;
}
