import { brotliCompressSync, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPdf } from "../../../web/reading/pdf.ts";
import { UNPACKED_LIMITS, unpacksTooFar } from "../../../web/reading/unpacked-size.ts";
import { asBase85, asHex, asRuns, blankRuns, lzwBlanks } from "./pdf-bombs.ts";
import { type PdfObject, packedPdf, pdfFile } from "./written-pdf.ts";

const BEYOND = UNPACKED_LIMITS.stream + 1;
const WORDS = "BT /F1 12 Tf 9 700 Td (The ferry crossed.) Tj ET".padEnd(64);
const READ = { text: "The ferry crossed.", fault: null };
const TOO_LONG = { text: null, fault: "too-long" };

const FIRST = [
  "/Type /Catalog /Pages 2 0 R",
  "/Type /Pages /Kids [3 0 R] /Count 1",
  "/Type /Page /Parent 2 0 R /MediaBox [0 0 900 900] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
] as const;
const before = FIRST.map((dictionary): PdfObject => ({ dictionary }));
const file = (contents: PdfObject, ...more: readonly PdfObject[]) => pdfFile([...before, contents, ...more]);

const words = asRuns(Buffer.from(WORDS));
const bomb = blankRuns(BEYOND);
const runs = (dictionary: string, keyword?: string) => (stream: Buffer) =>
  file({ dictionary, stream, ...(keyword === undefined ? {} : { keyword }) });

// Each is read by pdf.js, as the words in it show; so it has to be measured as well.
describe("runs are measured where the filter is written", () => {
  it.each<[string, (stream: Buffer) => Uint8Array]>([
    ["plainly", runs("/Filter /RunLengthDecode")],
    ["short", runs("/F/RL")],
    ["with escapes in the key", runs("/F#69lter /RL")],
    ["with escapes in the name", runs("/Filter /#52#4C")],
    ["in a list", runs("/Filter [ /RL ]")],
    ["behind a comment", runs("/Filter %c\n/RL")],
    ["behind a comment in a list", runs("/Filter[%]\n/RL]")],
    ["before a string that looks like an object", runs("/Filter /RL /X ( 7 0 obj << /Length 3)")],
    ["before a string with brackets in it", runs("/Filter /RL /X (a \\) >> (b) \\\\)")],
    ["before a string of digits", runs("/Filter /RL /X <3e3e>")],
    ["before a name that looks like a filter", runs("/Filter /RL /X /Filter")],
    ["before another one within", runs("/Filter /RL /X << /Filter /AHx >>")],
    ["twice", runs("/Filter /AHx /Filter /RL")],
    ["far before the stream", runs(`/Filter /RL /X (${"x".repeat(70_000)})`)],
    ["behind what is no key", runs("7 << (a) /Filter /RL")],
    ["with more behind the dictionary", runs("/Filter /RL", "%c\n stream  \t%c\r\n")],
    ["with nothing behind it", runs("/Filter /RL /X <</Y 1>>", "stream\r")],
    ["behind a filter that nobody knows", runs("/Filter [/Unknown /RL]")],
    ["behind an identity", runs("/Filter [/Crypt /RL]")],
    [
      "behind digits that are none",
      (stream) => runs("/Filter [/AHx /RL]")(Buffer.concat([Buffer.from("xyz "), asHex(stream)])),
    ],
    [
      "behind letters",
      (stream) => runs("/Filter [/A85 /RL]")(asBase85(Buffer.concat([stream, Buffer.alloc(3)]))),
    ],
    ["behind deflate", (stream) => runs("/Filter [/Fl /RL]")(deflateSync(stream))],
    [
      "behind deflate with a wrong sum",
      (stream) =>
        runs("/Filter [/Fl /RL]")(Buffer.concat([deflateSync(stream).subarray(0, -4), Buffer.alloc(4)])),
    ],
    [
      "behind deflate that is damaged at its end",
      (stream) => runs("/Filter [/Fl /RL]")(damaged(Buffer.concat([stream, Buffer.alloc(64)]))),
    ],
    ["behind another packing", (stream) => runs("/Filter [/BrotliDecode /RL]")(brotliCompressSync(stream))],
    [
      "in an object that looks like part of a string",
      (stream) =>
        pdfFile([
          ...before.slice(0, 2),
          { dictionary: FIRST[2].replace("4 0 R", "5 0 R") },
          { dictionary: "/X (" },
          { dictionary: "/Filter /RL", stream },
        ]),
    ],
  ])("%s", async (_how, made) => {
    expect(await readPdf(made(words))).toMatchObject(READ);
    expect(unpacksTooFar(made(bomb))).toBe(true);
    expect(await readPdf(made(bomb))).toMatchObject(TOO_LONG);
  });
});

/** A sound block, and one of a kind that there is not. */
function damaged(bytes: Buffer): Buffer {
  const size = Buffer.alloc(5);
  const blocks = Array.from({ length: Math.ceil(bytes.length / 65_535) }, (_, at) => {
    const part = bytes.subarray(at * 65_535, (at + 1) * 65_535);
    size.writeUInt16LE(part.length, 1);
    size.writeUInt16LE(~part.length & 0xffff, 3);
    return Buffer.concat([size, part]);
  });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, Buffer.from([0x07])]);
}

describe("what cannot be followed is refused", () => {
  const objects = [{ dictionary: "" }, { dictionary: "" }];
  it.each<[string, Uint8Array]>([
    ["a filter that stands elsewhere", file({ dictionary: "/Filter 8 0 R", stream: words })],
    ["one that stands elsewhere in a list", file({ dictionary: "/Filter [8 0 R]", stream: words })],
    ["a list in a list", file({ dictionary: "/Filter [[/RL]]", stream: words })],
    ["a picture that is unpacked again", file({ dictionary: "/Filter [/DCT /RL]", stream: words })],
    [
      "a predictor before the last filter",
      file({
        dictionary: "/Filter [/Fl /RL] /DecodeParms [<< /Predictor 12 >> null]",
        stream: deflateSync(words),
      }),
    ],
    [
      "codes of a kind that nobody writes",
      file({ dictionary: "/Filter /LZW /DP << /EarlyChange 2 >>", stream: words }),
    ],
    ["codes of a kind that is told elsewhere", file({ dictionary: "/Filter /LZW /DP 8 0 R", stream: words })],
    [
      "a stream within an object",
      file({ dictionary: "/X << /Filter /RL >> stream\nx\nendstream", stream: words }, ...objects),
    ],
    ["objects that lie in one another without end", Buffer.from(`%PDF-1.7\n${"1 0 obj <<\n".repeat(2_000)}`)],
  ])("%s", async (_what, bytes) => {
    expect(await readPdf(bytes)).toMatchObject(TOO_LONG);
  });

  it.each([
    ["a stream among packed objects", "<< /Filter /RL /Length 67 >> stream\n"],
    ["one behind a comment", "<< /Filter /RL /Length 67 >> %c\nstream\n"],
  ])("%s", async (_what, dictionary) => {
    const inside = Buffer.concat([Buffer.from(dictionary), words, Buffer.from("\nendstream ")]);
    expect(await readPdf(packedPdf(FIRST, inside))).toMatchObject(TOO_LONG);
  });
});

describe("codes are measured by when they take another bit", () => {
  it.each<[string, string, 0 | 1]>([
    ["early", "/Filter /LZWDecode", 1],
    ["early, as is said", "/Filter [/LZW] /DecodeParms [<< /EarlyChange 1 >>]", 1],
    ["late", "/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", 0],
    ["late, in a list", "/Filter [/AHx /LZW] /DP [null << /Early#43hange 0 >>]", 0],
  ])("%s", async (_when, dictionary, early) => {
    const made = (bytes: number) => {
      const packed = lzwBlanks(bytes, early);
      return file({ dictionary, stream: dictionary.includes("AHx") ? asHex(packed) : packed });
    };
    expect(await readPdf(made(1_000))).toMatchObject({ fault: "no-text" });
    expect(await readPdf(made(BEYOND))).toMatchObject(TOO_LONG);
  });
});

describe("an honest PDF is read", () => {
  const stream = deflateSync(WORDS);
  const contents = { dictionary: "/Filter /FlateDecode", stream };
  it.each<[string, Uint8Array]>([
    [
      "with a font that is called F",
      file({ ...contents, dictionary: "/Resources << /Font << /F 8 0 R >> >> /Filter /FlateDecode" }),
    ],
    [
      "with parameters that stand elsewhere",
      file(
        { ...contents, dictionary: "/Filter /FlateDecode /DecodeParms 5 0 R" },
        { dictionary: "/Predictor 1" },
      ),
    ],
    ["with lists of one", file({ ...contents, dictionary: "/Filter [/FlateDecode] /DecodeParms [null]" })],
    [
      "with a length that stands elsewhere",
      file({ ...contents, dictionary: "/Filter /FlateDecode /Length 5 0 R" }),
    ],
    [
      "with a picture",
      file(contents, {
        dictionary: "/Subtype /Image /Filter [/A85 /DCTDecode]",
        stream: asBase85(Buffer.alloc(400)),
      }),
    ],
    [
      "with words that are no stream",
      file(contents, { dictionary: "/X (endobj 9 0 obj << stream) /Y [(<<) (stream\n)]" }),
    ],
    [
      "with a part that is not packed",
      file(contents, {
        dictionary: "/Subtype /XML",
        stream: Buffer.from("<x>9 0 obj << /Filter 8 0 R\nstream</x>"),
      }),
    ],
    ["that ends too soon", file(contents).slice(0, -20)],
  ])("%s", async (_what, bytes) => {
    expect(await readPdf(bytes)).toMatchObject(READ);
  });

  it("with packed objects that speak of a stream", async () => {
    const page = Buffer.from(
      "<< /X (the jet stream) /Y (5 %\nstream) /Z << /A 1 >> >>".replace("5 %\n", "5 % "),
    );
    const [catalogue, pages, first] = FIRST;
    const bytes = packedPdf([catalogue, pages, first.replace("/Contents 4 0 R", "/X 4 0 R")], page);
    expect(await readPdf(bytes)).toMatchObject({ fault: "no-text" });
  });
});

it.each<[what: string, bytes: Buffer, text: string | null]>([
  ["words, which are read as far as they go", Buffer.from(WORDS), "The ferry crossed."],
  ["blanks", Buffer.alloc(3_000_000, " "), null],
])("data that is damaged is not called long: %s", async (_what, bytes, text) => {
  expect(await readPdf(file({ dictionary: "/Filter /Fl", stream: damaged(bytes) }))).toMatchObject({
    text,
    fault: expect.not.stringMatching("too-long"),
  });
});

it.each([
  ["letters", "/ASCII85Decode", '87cURD]i,"Ebo80~>'],
  ["codes", "/LZWDecode", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"],
  ["runs", "/RunLengthDecode", "\x00a\x80"],
])("thousands of small streams of %s take no time, however long the file is", (_what, filter, packed) => {
  const small = { dictionary: `/Filter ${filter}`, stream: Buffer.from(packed, "latin1") };
  const bytes = pdfFile([
    ...Array.from({ length: 3_000 }, () => small),
    { dictionary: "", stream: Buffer.alloc(4_000_000, "x") },
  ]);
  const from = performance.now();
  expect(unpacksTooFar(bytes)).toBe(false);
  // A twentieth of it alone, on a machine that has nothing else to do.
  expect(performance.now() - from).toBeLessThan(600);
});
