import { isAscii, isUtf8 } from "node:buffer";

/** The old encodings of East Asia that pages without a label are in. */
const CANDIDATES = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"] as const;
const GUESSED_FROM = 64 * 1024;
/** About a third of any Chinese text, and kana and the commonest Korean syllables; a wrong decoding has hardly any. */
const EVERYDAY = new Set(
  "的一是在不了有人我他這这個个們们中來来上大為为和國国說说到以時时要就出會会可也你對对生能而子那得於于著着下自之年過过發发後后作裡里用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想日者意無无情又已被比高長长月，。、「」：" +
    "のにはをたがでとしれさるいなっもかこりまらすあけ" +
    "이다는을가의에고하지를한은도로사기그",
);

function shareOfEveryday(charset: string, bytes: Uint8Array): number {
  let wide = 0;
  let everyday = 0;
  let broken = 0;
  for (const character of new TextDecoder(charset).decode(bytes.subarray(0, GUESSED_FROM))) {
    if (character < "\u0080") continue;
    wide += 1;
    if (EVERYDAY.has(character)) everyday += 1;
    if (character === "\ufffd") broken += 1;
  }
  const isSound = broken <= 1 + wide * 0.01;
  return wide === 0 || !isSound ? 0 : everyday / wide;
}

/**
 * The likeliest charset of bytes that nothing is known of and that are no UTF-8: the East Asian one in which most
 * of it would be everyday characters, if at least an eighth would; else windows-1252, which is never wrong about ASCII.
 */
function guessCharset(bytes: Uint8Array): string {
  let best = { charset: "windows-1252", share: 0.125 };
  for (const charset of CANDIDATES) {
    const share = shareOfEveryday(charset, bytes);
    if (share > best.share) best = { charset, share };
  }
  return best.charset;
}

/** How far into a page its own word on its charset is looked for; browsers look as far as 1,024. */
const LOOKED_AT = 4096;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const XML = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i;

/** The charset of a byte-order mark; of "<" in two bytes, which is how markup begins that has none. */
function charsetOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  return null;
}

/** The name that a decoder knows a label by; null for what is no charset, or none that is to be decoded. */
function knownCharset(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/**
 * The charsets a page is said to have, the likeliest first: by the header, its XML declaration, its `<meta>`.
 * A page that says UTF-16 in bytes that can be read as ASCII means UTF-8 (the HTML standard, "prescan").
 */
function declaredCharsets(bytes: Uint8Array, header: string | null): readonly string[] {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString("latin1");
  const inside = [XML.exec(start)?.[1], META.exec(start)?.[1]].map((label) =>
    label?.toLowerCase().startsWith("utf-16") ? "utf-8" : label,
  );
  const known = [header, ...inside].map((label) => (label ? knownCharset(label) : null));
  return [...new Set(known.filter((label) => label !== null))];
}

/** A few broken characters are a page cut off or put together carelessly; more are a wrong label. */
const MOST_BROKEN_SHARE = 0.002;

/** Whether a character comes more often; a list of all of them would take more memory than the page. */
function hasMore(text: string, character: string, most: number): boolean {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    found += 1;
    if (found > most) return true;
  }
  return false;
}

/** The text in a charset, or null when the bytes are most likely not in it. */
function decodedAs(charset: string, bytes: Uint8Array): string | null {
  const text = new TextDecoder(charset).decode(bytes);
  return hasMore(text, "\ufffd", 1 + text.length * MOST_BROKEN_SHARE) ? null : text;
}

/**
 * The text of a page, whatever is said of its charset. In this order:
 *
 * 1. a byte-order mark;
 * 2. bytes that are valid UTF-8 and more than ASCII are UTF-8: no other encoding looks like it by chance, and pages
 *    sent under an old label are common;
 * 3. what the header, the XML declaration or `<meta>` says, the first of them in which nearly all can be decoded;
 * 4. UTF-8 with a few broken characters; else what Chinese, Japanese or Korean is likeliest; else windows-1252.
 *
 * @param header the `charset` of the content type, as sent
 * Source: the order of the HTML standard (13.2.3.2), but for 2 and the guess, which it leaves open.
 */
export function decodePage(bytes: Uint8Array, header: string | null): string {
  const marked = charsetOfMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (!isAscii(bytes) && isUtf8(bytes)) return new TextDecoder().decode(bytes);
  for (const charset of [...declaredCharsets(bytes, header), "utf-8"]) {
    const text = decodedAs(charset, bytes);
    if (text !== null) return text;
  }
  return new TextDecoder(guessCharset(bytes)).decode(bytes);
}
