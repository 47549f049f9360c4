import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MOST_PAGES, readPdf } from "#web/reading/pdf.ts";
import { readPage } from "#web/reading/read-page.ts";
import { page } from "./fetched.ts";
import { asBase85, asHex, largePicture } from "./pdf-bombs.ts";
import { type PdfLineOfText, type PdfObject, pdfFile, pdfOf } from "./written-pdf.ts";

const read = (bytes: Uint8Array, mediaType: string | null = "application/pdf") =>
  readPage(page(bytes, { mediaType }));
/** Lines one below the other; a larger step begins a paragraph. */
const lines = (
  ...rows: readonly (readonly [text: string, size: number, y: number])[]
): readonly PdfLineOfText[] => rows.map(([text, size, y]) => ({ text, size, y }));

const PAPER = pdfOf(
  [
    lines(
      ["Scaling Laws Bend:", 20, 780],
      ["Evidence from Forty Runs", 20, 756],
      ["We measure how well their fore-", 11, 700],
      ["casts hold. The ofﬁcial figure is 12.", 11, 686],
      ["A second paragraph follows.", 11, 650],
    ),
    lines(["The second page.", 11, 780]),
  ],
  "/Title (untitled) /Author (Ngozi Okafor) /CreationDate (D:20260504233000-08'00')",
  "/Lang (en-GB)",
);

describe("of a PDF is read", () => {
  it("its text, in paragraphs, with divided words made whole", async () => {
    expect(await read(PAPER)).toEqual({
      details: {
        title: "Scaling Laws Bend: Evidence from Forty Runs",
        author: "Ngozi Okafor",
        publishedOn: "2026-05-04",
        lang: "en-GB",
        siteName: null,
        description: null,
        canonical: null,
      },
      text: [
        "Scaling Laws Bend: Evidence from Forty Runs",
        "We measure how well their forecasts hold. The official figure is 12.",
        "A second paragraph follows.",
        "The second page.",
      ].join("\n\n"),
      fault: null,
    });
  });

  it("Chinese, without blanks where lines end, and with the characters that are meant", async () => {
    const chinese = pdfOf([
      lines(
        ["算力展望", 22, 780],
        ["我們認為需求在五年內", 11, 740],
        ["會再增加⼀倍，", 11, 725],
        ["而供給不會。", 11, 690],
      ),
    ]);
    const { text, details } = await read(chinese);
    expect(text).toBe("算力展望\n\n我們認為需求在五年內會再增加一倍，\n\n而供給不會。");
    expect(details.title).toBe("算力展望");
  });

  it("what a person called it before what is set large", async () => {
    const { details } = await read(pdfOf([lines(["Large", 20, 780], ["small", 10, 700])], "/Title (Named)"));
    expect(details.title).toBe("Named");
  });

  it("the same where it is called HTML or nothing", async () => {
    for (const mediaType of ["text/html", "application/octet-stream", null]) {
      expect((await read(PAPER, mediaType)).text).toContain("The second page.");
    }
  });

  it("no more than its first pages", async () => {
    const many = pdfOf(
      Array.from({ length: MOST_PAGES + 1 }, (_, at) => lines([`Page ${at + 1}.`, 11, 700])),
    );
    const { text, fault } = await read(many);
    expect(fault).toBe("too-long");
    expect(text?.endsWith(`Page ${MOST_PAGES}.`)).toBe(true);
  });
});

const PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R";
const oneStream = (stream: Uint8Array, dictionary: string, rest: readonly PdfObject[] = []) =>
  pdfFile([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
    { dictionary: PAGE },
    { dictionary, stream },
    ...rest,
  ]);
const pages = (dictionary: string) =>
  pdfFile([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: `/Type /Pages ${dictionary}` },
    { dictionary: "/Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]" },
  ]);
const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<01><01>]`;
const shown = Buffer.from("BT /F1 12 Tf 9 700 Td (The ferry crossed.) Tj ET".padEnd(64));

describe("a stream is read that is packed by", () => {
  it.each([
    ["digits", asHex(shown), "/ASCIIHexDecode"],
    ["letters", asBase85(shown), "/A85"],
    ["digits and deflate", asHex(deflateSync(shown)), "[/AHx /Fl]"],
    ["runs", Buffer.concat([Buffer.from([shown.length - 1]), shown, Buffer.from([128])]), "/RL"],
  ])("%s", async (_what, stream, filter) => {
    const file = pdfFile([
      { dictionary: "/Type /Catalog /Pages 2 0 R" },
      { dictionary: "/Type /Pages /Kids [3 0 R] /Count 1" },
      {
        dictionary:
          "/Type /Page /Parent 2 0 R /MediaBox [0 0 900 900] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>",
      },
      { dictionary: `/Filter ${filter}`, stream },
      { dictionary: "/Type /Font /Subtype /Type1 /BaseFont /Helvetica" },
    ]);
    expect(await readPdf(file)).toMatchObject({ text: "The ferry crossed.", fault: null });
  });
});

describe("a large picture without loss is not opened, and the text beside it is read", () => {
  it.each([
    ["that the page shows", true],
    ["that it does not show", false],
  ])("one %s", async (_which, isShown) => {
    const { bytes, text } = largePicture(isShown);
    expect(await readPdf(bytes)).toMatchObject({ text, fault: null });
  });
});

describe("a PDF that is not what it seems ends with the reason:", () => {
  it.each<[string, Uint8Array, string]>([
    [
      "a password",
      pdfFile(
        [{ dictionary: "/Type /Catalog /Pages 2 0 R" }, { dictionary: "/Type /Pages /Count 0 /Kids []" }],
        LOCK,
      ),
      "locked",
    ],
    ["no more than a beginning", PAPER.slice(0, 40), "damaged"],
    ["nothing inside", Buffer.from("%PDF-1.7\nnothing"), "damaged"],
    ["lists a million deep", Buffer.from(`%PDF-1.7\n1 0 obj\n${"[".repeat(1_000_000)}`), "damaged"],
    ["pages that hold themselves", pages("/Count 5 /Kids [2 0 R 2 0 R]"), "damaged"],
    ["a thousand million pages, of which one is there", pages("/Count 1000000000 /Kids [3 0 R]"), "no-text"],
    ["only a picture", oneStream(Buffer.from("q 9 0 0 9 0 0 cm Q"), ""), "no-text"],
    ["no PDF", Buffer.from("words"), "damaged"],
  ])("%s", async (_what, bytes, fault) => {
    expect(await read(bytes)).toMatchObject({ text: null, fault });
  });

  it("a damaged table of contents is made anew", async () => {
    const broken = Buffer.from(
      Buffer.from(PAPER)
        .toString("latin1")
        .replace(/startxref\n\d+/, "startxref\n7"),
      "latin1",
    );
    expect((await read(broken)).text).toContain("The second page.");
  });
});
