/** One cue of SRT or WebVTT captions. */
export interface Cue {
  /** Seconds from the start of the recording. */
  readonly from: number;
  readonly to: number;
  /** What is spoken, a piece for each voice. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
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
export function* cuesOf(text: string): Generator<Cue> {
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
