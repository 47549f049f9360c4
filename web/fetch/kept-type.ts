const KEPT = /^(?:text\/.+|application\/xhtml\+xml|application\/pdf)$/;
const JSON_TYPE = "application/json";
const PDF_START = "%PDF-";
/** As far as one looks into a body that does not say what it is. */
const LOOKED_AT = 1024;

const looksLikeText = (start: Buffer): boolean => start.length > 0 && !start.includes(0);

/**
 * Whether the body of an answer is kept: text, HTML and PDF are, and one of no type that looks like any of these; where
 * JSON was asked for, only that.
 *
 * @param mediaType in small letters, without parameters
 */
export function isKept(mediaType: string | null, body: Buffer, wantsJson = false): boolean {
  if (wantsJson) return mediaType === JSON_TYPE;
  if (mediaType !== null) return KEPT.test(mediaType);
  const start = body.subarray(0, LOOKED_AT);
  return start.toString("latin1").startsWith(PDF_START) || looksLikeText(start);
}
