import { chooseLanguage } from "./language-tag.ts";
import { DETAIL_LENGTHS } from "./page-details.ts";
import { LONGEST_TEXT, NO_DETAILS, type PageDetails, type PageReading, unread } from "./page-reading.ts";
import { largestOf, type PdfRun, paragraphsOf } from "./pdf-lines.ts";
import { type PdfReader, pdfReader } from "./pdf-reader.ts";
import { soundLine, startOf } from "./sound-text.ts";
import { writtenDay } from "./written-day.ts";

/** How many pages of a PDF are read. */
export const MOST_PAGES = 400;
/** Runs of characters on one page: a page of small print has some thousands. */
const MOST_RUNS = 50_000;

type Pdf = Awaited<ReturnType<PdfReader["getDocument"]>["promise"]>;

/** Titles that a program gave, and no person. */
const PROGRAM_TITLE =
  /^(?:untitled|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|pdf|tex|indd|pptx?|dvi|qxd)|slide 1|無標題.*|无标题.*)$/i;

const infoText = (info: unknown, key: string): string | null => {
  if (typeof info !== "object" || info === null || !Object.hasOwn(info, key)) return null;
  const value: unknown = Reflect.get(info, key);
  return typeof value === "string" ? value : null;
};

async function runsOn(pdf: Pdf, number: number): Promise<readonly PdfRun[]> {
  const page = await pdf.getPage(number);
  const reader = page.streamTextContent().getReader();
  const runs: PdfRun[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) if ("str" in item) runs.push(item);
    if (runs.length > MOST_RUNS) {
      await reader.cancel();
      break;
    }
  }
  page.cleanup();
  return runs;
}

async function detailsOf(pdf: Pdf, firstPage: readonly PdfRun[]): Promise<PageDetails> {
  const { info } = await pdf.getMetadata();
  const given = soundLine(infoText(info, "Title") ?? "", DETAIL_LENGTHS.title);
  const isGiven = given !== null && !PROGRAM_TITLE.test(given);
  return {
    ...NO_DETAILS,
    title: isGiven ? given : soundLine(largestOf(firstPage) ?? "", DETAIL_LENGTHS.title),
    author: soundLine(infoText(info, "Author") ?? "", DETAIL_LENGTHS.author),
    description: soundLine(infoText(info, "Subject") ?? "", DETAIL_LENGTHS.description),
    publishedOn: writtenDay(infoText(info, "CreationDate")),
    lang: chooseLanguage([infoText(info, "Language")]),
  };
}

async function readOpened(pdf: Pdf): Promise<PageReading> {
  const paragraphs: string[] = [];
  let details = NO_DETAILS;
  let length = 0;
  let isDamaged = false;
  const pages = Math.min(pdf.numPages, MOST_PAGES);
  for (let number = 1; number <= pages && length <= LONGEST_TEXT; number += 1) {
    const runs = await runsOn(pdf, number).catch(() => null);
    if (runs === null) {
      isDamaged = true;
      break;
    }
    if (number === 1) details = await detailsOf(pdf, runs);
    for (const paragraph of paragraphsOf(runs)) {
      paragraphs.push(paragraph);
      length += paragraph.length + 2;
    }
  }
  const text = startOf(paragraphs.join("\n\n"), LONGEST_TEXT).trimEnd();
  if (text === "") return { details, text: null, fault: isDamaged ? "damaged" : "no-text" };
  const isCut = pdf.numPages > MOST_PAGES || length > LONGEST_TEXT;
  return { details, text, fault: isDamaged ? "damaged" : isCut ? "too-long" : null };
}

/**
 * Reads a PDF's own words on itself and the text of its first 400 pages. Its reader is told of no folder and no
 * address to load fonts or character maps from, so that it loads nothing: a PDF that counts on maps it does not
 * bring along (Chinese ones of before 2005, mostly) is read as far as it goes.
 *
 * What its streams unpack to is not limited here: the process that reads has limits of time and memory.
 */
export async function readPdf(bytes: Uint8Array): Promise<PageReading> {
  const { getDocument, VerbosityLevel } = await pdfReader();
  const task = getDocument({
    // It takes what it is given away from whoever gave it.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    return await readOpened(await task.promise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return unread(isLocked ? "locked" : "damaged");
  } finally {
    await task.destroy();
  }
}
