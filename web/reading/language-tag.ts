/** Longer is no language (RFC 5646, section 4.4.1). */
const LONGEST_TAG = 35;

function languageTag(raw: string): string | null {
  const tag = raw.trim().replaceAll("_", "-");
  if (tag === "" || tag.length > LONGEST_TAG) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The first of what a page calls its language that is a language tag, in its usual spelling.
 *
 * @example chooseLanguage([null, "zh_tw"]) // "zh-TW"
 * Source: BCP 47.
 */
export function chooseLanguage(raws: readonly (string | null | undefined)[]): string | null {
  for (const raw of raws) {
    const tag = raw ? languageTag(raw) : null;
    if (tag !== null) return tag;
  }
  return null;
}
