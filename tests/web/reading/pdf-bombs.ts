import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { type PdfObject, packedPdf, pdfFile } from "./written-pdf.ts";

// Streams packed by the old filters of PDF, and PDFs of a few kilobytes that unpack to far more than they are.

export const asHex = (bytes: Uint8Array): Buffer => Buffer.from(`${Buffer.from(bytes).toString("hex")}>`);

export function asBase85(bytes: Uint8Array): Buffer {
  const [groups, from]: [string[], Buffer] = [[], Buffer.from(bytes)];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    let value = from.readUInt32BE(at);
    const digits = Array.from({ length: 5 }, () => {
      const digit = value % 85;
      value = Math.floor(value / 85);
      return String.fromCharCode(digit + 33);
    });
    groups.push(digits.reverse().join(""));
  }
  return Buffer.from(`${groups.join("")}~>`);
}

/** Runs of 128 blanks. */
export const blankRuns = (bytes: number): Buffer =>
  Buffer.concat([Buffer.alloc(Math.ceil(bytes / 128) * 2, Buffer.from([129, 32])), Buffer.from([128])]);

/** Blanks: each code stands for one more of them than the last. */
export function lzwBlanks(bytes: number): Buffer {
  const out: number[] = [];
  let [held, bits] = [0, 0];
  const put = (code: number, width: number) => {
    held = (held << width) | code;
    for (bits += width; bits >= 8; bits -= 8) out.push((held >> (bits - 8)) & 255);
    held &= (1 << bits) - 1;
  };
  for (let written = 0; written < bytes; ) {
    // Told in as many bits as the table before it came to.
    put(256, written === 0 ? 9 : 12);
    put(32, 9);
    written += 1;
    for (let code = 258; code < 4094 && written < bytes; code += 1) {
      const next = code + 1;
      put(code, next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9);
      written += code - 256;
    }
  }
  put(257, 12);
  put(0, 8);
  return Buffer.from(out);
}

const FERRY = "The ferry crossed.";
const SHOWN: PdfObject = { dictionary: "", stream: Buffer.from(`BT /F1 12 Tf 9 700 Td (${FERRY}) Tj ET`) };
const HELVETICA = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica";

/** A page of these contents, with what else there is from the fifth object on: a picture, a font. */
const onePage = (contents: PdfObject, resources: string, ...more: readonly PdfObject[]): Uint8Array =>
  pdfFile([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Kids [3 0 R] /Count 1" },
    {
      dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 900 900] /Contents 4 0 R /Resources << ${resources} >>`,
    },
    contents,
    ...more,
  ]);

/** A line of text beside a picture without loss, shown or not: 41 MB in 40 KB. */
export function largePicture(isShown: boolean): { readonly bytes: Uint8Array; readonly text: string } {
  const resources = `/Font << /F1 << ${HELVETICA} >> >> /XObject << /I 5 0 R >>`;
  const stream = Buffer.concat([SHOWN.stream ?? Buffer.of(), Buffer.from(isShown ? " /I Do" : "")]);
  const picture = deflateSync(Buffer.alloc(3700 * 3700 * 3, 120));
  const dictionary =
    "/Type /XObject /Subtype /Image /Width 3700 /Height 3700 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode";
  const bytes = onePage({ dictionary: "", stream }, resources, { dictionary, stream: picture });
  return { bytes, text: FERRY };
}

const BOMB = 400 * 1024 * 1024;
const ADLER = 65_521;

/** What deflates to 400 MB of something over and over, put together of packed parts: nothing so large is ever held. */
function packed(unit: string, start = ""): Buffer {
  const again = Buffer.from(unit.repeat(Math.ceil((1024 * 1024) / unit.length)));
  const blocks: Buffer[] = [];
  let [low, high] = [1, 0];
  const add = (part: Buffer, times: number) => {
    const block = deflateRawSync(part, { finishFlush: constants.Z_FULL_FLUSH });
    const sum = deflateSync(part).subarray(-4);
    for (let time = 0; time < times; time += 1) {
      blocks.push(block);
      high = (high + sum.readUInt16BE(0) + part.length * (low - 1)) % ADLER;
      low = (low + sum.readUInt16BE(2) - 1) % ADLER;
    }
  };
  add(Buffer.from(start), 1);
  add(again, Math.ceil(BOMB / again.length));
  const end = Buffer.from([3, 0, 0, 0, 0, 0]);
  end.writeUInt16BE((high + ADLER) % ADLER, 2);
  end.writeUInt16BE((low + ADLER) % ADLER, 4);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, end]);
}

const bombContents = (filter: string, stream: Uint8Array) =>
  onePage({ dictionary: `/Filter ${filter}`, stream }, `/Font << /F1 << ${HELVETICA} >> >>`);

/** A page of whose font what its codes mean unpacks to a lot. */
const bombFont = (): Uint8Array =>
  onePage(
    SHOWN,
    "/Font << /F1 5 0 R >>",
    {
      dictionary:
        "/Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 32 /LastChar 126 /Widths [] /FontDescriptor 6 0 R /ToUnicode 7 0 R",
    },
    { dictionary: "/Type /FontDescriptor /FontName /Own /Flags 32" },
    { dictionary: "/Filter /FlateDecode", stream: packed(" ") },
  );

/** Each unpacks to 400 MB, or more, where its reader opens it. They are made when they are asked for. */
export const PDF_BOMBS: { readonly [where: string]: () => Uint8Array } = {
  contents: () => bombContents("/FlateDecode", packed(" ")),
  "contents packed twice": () => bombContents("[/Fl /Fl]", deflateSync(packed(" "))),
  "contents in digits": () => bombContents("[/AHx /Fl]", asHex(packed(" "))),
  "contents of codes": () => bombContents("/LZWDecode", lzwBlanks(BOMB)),
  "contents of packed runs": () => bombContents("[/Fl /RL]", deflateSync(blankRuns(BOMB))),
  "contents behind a predictor": () =>
    bombContents("/FlateDecode /DecodeParms << /Predictor 12 /Columns 4000 >>", packed("\0")),
  "contents that show text all along": () =>
    bombContents("/FlateDecode", packed("BT /F1 12 Tf (The ferry crossed.) Tj ET ")),
  "packed objects": () =>
    packedPdf(
      [
        "/Type /Catalog /Pages 2 0 R",
        "/Type /Pages /Kids [3 0 R] /Count 1",
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 900 900] /Contents 4 0 R",
      ],
      packed(" ", "4 0 << /A 1 >>"),
    ),
  "the meaning of a font's codes": bombFont,
};
