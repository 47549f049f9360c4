/** The smallest part of a PDF's own language. Brackets are words; a string is never looked into. */
export interface PdfToken {
  readonly kind: "name" | "number" | "string" | "word" | "end";
  /** A name without its slash and with its escapes read, a word or number as it stands; else empty. */
  readonly text: string;
  /** Where the next one may begin. */
  readonly end: number;
}

const [ORDINARY, BLANK, BRACKET] = [0, 1, 2];
const CLASSES = new Uint8Array(256);
for (const blank of "\0\t\n\f\r ") CLASSES[blank.charCodeAt(0)] = BLANK;
for (const bracket of "()<>[]{}/%") CLASSES[bracket.charCodeAt(0)] = BRACKET;

const isBreak = (byte: number | undefined) => byte === 0x0a || byte === 0x0d;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isSign = (byte: number | undefined) => byte === 0x2b || byte === 0x2d || byte === 0x2e;

/** Whether a word, number or name cannot go on here. */
export const endsWord = (bytes: Buffer, at: number): boolean =>
  at >= bytes.length || CLASSES[bytes[at] ?? 0] !== ORDINARY;

/** Where the first thing stands that is no blank and no comment. */
function skipBlanks(bytes: Buffer, from: number): number {
  let isComment = false;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isComment) isComment = !isBreak(byte);
    else if (byte === 0x25) isComment = true;
    else if (CLASSES[byte] !== BLANK) return at;
  }
  return bytes.length;
}

/** Behind the bracket that closes a string; brackets within it come in pairs, or behind a backslash. */
function stringEnd(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return bytes.length;
}

const unescaped = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

function wordEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (!endsWord(bytes, at)) at += 1;
  return at;
}

/** What stands at a place in a PDF, read as its reader reads it: what makes no sense is passed over. */
export function tokenAt(bytes: Buffer, from: number): PdfToken {
  const at = skipBlanks(bytes, from);
  if (at >= bytes.length) return { kind: "end", text: "", end: at };
  const [byte, next] = [bytes[at], bytes[at + 1]];
  if (byte === 0x28) return { kind: "string", text: "", end: stringEnd(bytes, at) };
  if (byte === 0x2f) {
    const end = wordEnd(bytes, at + 1);
    return { kind: "name", text: unescaped(bytes.toString("latin1", at + 1, end)), end };
  }
  if (byte === 0x3c && next !== 0x3c) {
    const close = bytes.indexOf(0x3e, at);
    return { kind: "string", text: "", end: close < 0 ? bytes.length : close + 1 };
  }
  if (isDigit(byte) || isSign(byte)) {
    let end = at + 1;
    while (isDigit(bytes[end]) || bytes[end] === 0x2d || bytes[end] === 0x2e) end += 1;
    return { kind: "number", text: bytes.toString("latin1", at, end), end };
  }
  const isPair = (byte === 0x3c || byte === 0x3e) && next === byte;
  const end = isPair ? at + 2 : Math.max(at + 1, wordEnd(bytes, at));
  return { kind: "word", text: bytes.toString("latin1", at, end), end };
}
