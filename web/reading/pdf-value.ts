import { tokenAt } from "./pdf-token.ts";

/** A value of a PDF, as far as it says how a stream is packed. */
export type PdfValue =
  | { readonly kind: "name" | "number"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly PdfValue[] }
  | { readonly kind: "dictionary"; readonly entries: PdfEntries }
  /** It stands elsewhere: "8 0 R". */
  | { readonly kind: "reference" }
  | { readonly kind: "other" };

export type PdfEntries = ReadonlyMap<string, PdfValue>;

/** What was read where an object begins. */
export interface PdfObjectRead {
  /** Of the stream that the object is, where it is one. */
  readonly stream: { readonly entries: PdfEntries; readonly start: number } | null;
  /** Whether there is a stream within it, which the format does not know and readers take all the same. */
  readonly holdsStream: boolean;
  /** How far was looked. */
  readonly end: number;
}

type OpenList = { readonly kind: "list"; readonly items: PdfValue[] };
type OpenDictionary = {
  readonly kind: "dictionary";
  readonly entries: Map<string, PdfValue>;
  key: string | null;
};

const OTHER: PdfValue = { kind: "other" };

/** Where the bytes of a stream begin: on the line behind the word. */
function lineBehind(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? at + 2 : at + 1;
}

/** A number, or the reference that it begins; and where it ends. */
function numberOr(
  bytes: Buffer,
  text: string,
  end: number,
): { readonly value: PdfValue; readonly end: number } {
  const second = tokenAt(bytes, end);
  const third = second.kind === "number" ? tokenAt(bytes, second.end) : null;
  return third?.kind === "word" && third.text === "R"
    ? { value: { kind: "reference" }, end: third.end }
    : { value: { kind: "number", text }, end };
}

/** Puts a value where the innermost list or dictionary that is open wants it. */
function place(value: PdfValue, within: OpenList | OpenDictionary | undefined): void {
  if (within?.kind === "list") within.items.push(value);
  if (within?.kind !== "dictionary" || within.key === null) return;
  within.entries.set(within.key, value);
  within.key = null;
}

/**
 * Reads the value of an object, as pdf.js does it: what stands where a key is wanted and is none is passed over, the
 * last of equal keys counts, and what is never closed goes on to the end of the file.
 *
 * @param from behind its "obj"
 */
export function objectAt(bytes: Buffer, from: number): PdfObjectRead {
  const open: (OpenList | OpenDictionary)[] = [];
  let end = from;
  for (;;) {
    const token = tokenAt(bytes, end);
    end = token.end;
    if (token.kind === "end") return { stream: null, holdsStream: false, end };
    const within = open.at(-1);
    const word = token.kind === "word" ? token.text : "";
    let value: PdfValue = OTHER;
    if (within?.kind === "dictionary" && within.key === null) {
      if (token.kind === "name") within.key = token.text;
      if (word !== ">>") continue;
      open.pop();
      value = within;
      const next = tokenAt(bytes, end);
      if (next.kind === "word" && next.text === "stream") {
        const start = lineBehind(bytes, next.end);
        const stream = open.length === 0 ? { entries: within.entries, start } : null;
        return { stream, holdsStream: stream === null, end: start };
      }
    } else if (within?.kind === "list" && word === "]") {
      open.pop();
      value = within;
    } else if (word === "<<" || word === "[") {
      open.push(
        word === "[" ? { kind: "list", items: [] } : { kind: "dictionary", entries: new Map(), key: null },
      );
      continue;
    } else if (token.kind === "name") value = { kind: "name", text: token.text };
    else if (token.kind === "number") ({ value, end } = numberOr(bytes, token.text, end));
    if (open.length === 0) return { stream: null, holdsStream: false, end };
    place(value, open.at(-1));
  }
}
