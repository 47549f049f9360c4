import { deflateSync } from "node:zlib";

/** An object of a PDF: its dictionary's inside, and the bytes of its stream if it has one. */
export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
  /** What stands between the two. */
  readonly keyword?: string;
}

/** A PDF file of objects, numbered from 1; the first is the catalogue. */
export function pdfFile(objects: readonly PdfObject[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach(({ dictionary, stream, keyword = "stream\n" }, index) => {
    places.push(length);
    const size = stream === undefined ? "" : ` /Length ${stream.length}`;
    add(Buffer.from(`${index + 1} 0 obj\n<< ${dictionary}${size} >>\n`, "latin1"));
    if (stream !== undefined) {
      add(Buffer.from(keyword, "latin1"));
      add(Buffer.from(stream));
      add(Buffer.from("\nendstream\n"));
    }
    add(Buffer.from("endobj\n"));
  });
  const start = length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF file of objects of which the fourth is packed (deflated, behind "4 0 ") in the fifth, as the sixth says. */
export function packedPdf(first: readonly [string, string, string], objects: Buffer): Uint8Array {
  const begin = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1");
  const parts: Buffer[] = [begin];
  const places: number[] = [];
  const add = (dictionary: string, stream?: Buffer) => {
    places.push(Buffer.concat(parts).length);
    const size = stream === undefined ? "" : ` /Length ${stream.length} >>\nstream\n`;
    parts.push(Buffer.from(`${places.length + (places.length > 3 ? 1 : 0)} 0 obj\n<< ${dictionary}${size}`));
    if (stream === undefined) parts.push(Buffer.from(" >>\nendobj\n"));
    else parts.push(stream, Buffer.from("\nendstream\nendobj\n"));
  };
  for (const dictionary of first) add(dictionary);
  add("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", objects);
  const start = Buffer.concat(parts).length;
  const row = (kind: number, place: number) => {
    const bytes = Buffer.alloc(6);
    bytes.writeUInt8(kind);
    bytes.writeUInt32BE(place, 1);
    return bytes;
  };
  const [one = 0, two = 0, three = 0, five = 0] = places;
  const rows = [row(0, 0), row(1, one), row(1, two), row(1, three), row(2, 5), row(1, five), row(1, start)];
  add("/Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R", Buffer.concat(rows));
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}

const hex = (text: string) =>
  [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");

/** A font for any character of the first plane: its codes are the characters' own numbers. */
function wideFont(first: number): readonly PdfObject[] {
  const map =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n" +
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
    `${Array.from({ length: 256 }, (_, high) => high)
      .map((high) => high.toString(16).padStart(2, "0"))
      .reduce<string[][]>((groups, high, index) => {
        if (index % 64 === 0) groups.push([]);
        groups.at(-1)?.push(`<${high}00> <${high}ff> <${high}00>`);
        return groups;
      }, [])
      .map((group) => `${group.length} beginbfrange\n${group.join("\n")}\nendbfrange`)
      .join("\n")}\nendcmap end end`;
  return [
    {
      dictionary: `/Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] /ToUnicode ${first + 3} 0 R`,
    },
    {
      dictionary: `/Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor ${first + 2} 0 R`,
    },
    {
      dictionary:
        "/Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80",
    },
    { dictionary: "/Filter /FlateDecode", stream: deflateSync(map) },
  ];
}

export interface PdfLineOfText {
  readonly text: string;
  readonly size: number;
  readonly y: number;
}

/** A PDF whose pages show these lines; `info` stands in its information dictionary. */
export function pdfOf(pages: readonly (readonly PdfLineOfText[])[], info = "", catalogue = ""): Uint8Array {
  const firstPage = 7;
  const objects: PdfObject[] = [
    { dictionary: `/Type /Catalog /Pages 2 0 R ${catalogue}` },
    {
      dictionary: `/Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + index * 2 + 1} 0 R`).join(" ")}]`,
    },
    ...wideFont(3),
    { dictionary: info },
    ...pages.flatMap((lines, index): PdfObject[] => [
      {
        dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${firstPage + index * 2 + 2} 0 R`,
      },
      {
        dictionary: "/Filter /FlateDecode",
        stream: deflateSync(
          lines
            .map(({ text, size, y }) => `BT /F ${size} Tf 1 0 0 1 72 ${y} Tm <${hex(text)}> Tj ET`)
            .join("\n"),
        ),
      },
    ]),
  ];
  return pdfFile(objects, `/Info ${firstPage} 0 R`);
}
