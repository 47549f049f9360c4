import type { PdfEntries, PdfValue } from "./pdf-value.ts";

/** One way in which a stream is packed. */
export interface PdfFilter {
  readonly name: string;
  /** By how many codes early LZW takes another bit: 1, or 0 where it is said. */
  readonly early: 0 | 1;
}

const PICTURES = new Set([
  ...["DCTDecode", "DCT", "JPXDecode", "JPX", "CCITTFaxDecode", "CCF", "JBIG2Decode"],
]);
const LZW = new Set(["LZWDecode", "LZW"]);

const isFilters = ({ kind }: PdfValue) => kind === "name" || kind === "list" || kind === "reference";

/** By how many codes early, or null where that is told elsewhere or is nothing that is used. */
function earlyOf(parameters: PdfValue | undefined): 0 | 1 | null {
  if (parameters?.kind === "reference") return null;
  const told = parameters?.kind === "dictionary" ? parameters.entries.get("EarlyChange") : undefined;
  if (told === undefined) return 1;
  return told.kind === "number" && (told.text === "0" || told.text === "1")
    ? told.text === "0"
      ? 0
      : 1
    : null;
}

/** Whether what a filter leaves may be turned into something else before the next one has it. */
const isTurned = (parameters: PdfValue | undefined) =>
  parameters?.kind === "reference" ||
  (parameters?.kind === "dictionary" && parameters.entries.has("Predictor"));

/**
 * What a stream is packed by, outermost first, in the order in which pdf.js looks for it: a stream's own `/F`, and
 * then `/Filter`.
 *
 * @returns null where that cannot be followed: it is told elsewhere, or something else is done before the last of them
 */
export function packingOf(entries: PdfEntries): readonly PdfFilter[] | null {
  const told = [entries.get("F"), entries.get("Filter")].find(
    (value) => value !== undefined && isFilters(value),
  );
  if (told === undefined) return [];
  const names = told.kind === "list" ? told.items : [told];
  const parameters = entries.get("DP") ?? entries.get("DecodeParms");
  const filters: PdfFilter[] = [];
  for (const [place, name] of names.entries()) {
    if (name.kind !== "name") return null;
    const own = parameters?.kind === "list" ? parameters.items[place] : parameters;
    const early = LZW.has(name.text) ? earlyOf(own) : 1;
    const isFollowed = place + 1 < names.length;
    if (early === null || (isFollowed && (PICTURES.has(name.text) || isTurned(own)))) return null;
    filters.push({ name: name.text, early });
  }
  return filters;
}
