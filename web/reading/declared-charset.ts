/** How far into a page its own word on its charset is looked for; browsers look as far as 1,024. */
const LOOKED_AT = 4096;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const XML = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i;

/** The charset of a byte-order mark; of "<" in two bytes, which is how markup begins that has none. */
export function charsetOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  return null;
}

/** The name that a decoder knows a label by; null for what is no charset, or none that is to be decoded. */
export function knownCharset(label: string): string | null {
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
export function declaredCharsets(bytes: Uint8Array, header: string | null): readonly string[] {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString("latin1");
  const inside = [XML.exec(start)?.[1], META.exec(start)?.[1]].map((label) =>
    label?.toLowerCase().startsWith("utf-16") ? "utf-8" : label,
  );
  const known = [header, ...inside].map((label) => (label ? knownCharset(label) : null));
  return [...new Set(known.filter((label) => label !== null))];
}
