import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodePage } from "#web/reading/decode.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : part)),
  );
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: readonly number[], isBig: boolean) => {
  const units = Buffer.from(text, "utf16le");
  return Uint8Array.from([...mark, ...(isBig ? units.swap16() : units)]);
};
const BIG5 = [0xa4, 0xa4, 0xa4, 0xe5]; // 中文
const GBK = [0xd6, 0xd0, 0xce, 0xc4]; // 中文
const SJIS = [0x93, 0xfa, 0x96, 0x7b]; // 日本
const LATIN1 = [0xe9, 0x74, 0xe9]; // été

describe("a page is decoded", () => {
  it.each<[string, Uint8Array, string | null, string]>([
    ["by the header", bytes(BIG5), "big5", "中文"],
    ["by the header in capitals and blanks", bytes(GBK), " GB2312 ", "中文"],
    ["by <meta charset>", bytes('<meta charset="shift_jis">', SJIS), null, "日本"],
    ["by <meta http-equiv>", bytes('<META HTTP-EQUIV=x content="text/html;charset=gbk">', GBK), null, "中文"],
    ["by the XML declaration", bytes('<?xml version="1.0" encoding="big5"?>', BIG5), null, "中文"],
    ["by the header before <meta>", bytes('<meta charset="gbk">', BIG5), "big5", "中文"],
    ["by a mark before the header", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("é")]), "big5", "é"],
    ["from UTF-16 with a mark", utf16("中文", [0xff, 0xfe], false), null, "中文"],
    ["from UTF-16 turned round", utf16("中文", [0xfe, 0xff], true), "utf-8", "中文"],
    ["from UTF-16 by its first sign", utf16("<p>中文", [], false), null, "中文"],
    ["from UTF-16 turned round by its first sign", utf16("<p>中文", [], true), null, "中文"],
    ["as UTF-8 where nothing is said", utf8("中文 été"), null, "中文 été"],
    ["as UTF-8 in spite of the header", utf8("中文 été"), "iso-8859-1", "中文 été"],
    ["as UTF-8 in spite of a wrong double byte", utf8("中文 été"), "big5", "中文 été"],
    ["as UTF-8 where <meta> cannot be right", utf8('<meta charset="utf-16">é'), null, "é"],
    ["as windows-1252 where nothing is said", bytes(LATIN1), null, "été"],
    ["with quotes that ISO 8859-1 has not", bytes([0x93], "a", [0x94]), "iso-8859-1", "“a”"],
    ["by <meta> where the header is unheard of", bytes('<meta charset="gbk">', GBK), "x-unknown", "中文"],
    ["by <meta> where the header cannot be right", bytes('<meta charset="gbk">', GBK, GBK), "utf-8", "中文"],
    ["as windows-1252 where the only label cannot be right", bytes(LATIN1, " ", LATIN1), "utf-8", "été"],
    [
      "in plain ASCII, where the label matters still",
      bytes([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]),
      "iso-2022-jp",
      "日",
    ],
    ["as UTF-8 with a last character cut off", utf8("été 中文").slice(0, -1), "utf-8", "été 中"],
  ])("%s", (_how, page, header, words) => {
    expect(decodePage(page, header)).toContain(words);
  });

  it.each([
    ["Big5", "news-big5.html", "把所有的藏書數位化"],
    ["GB 18030", "bbs-gb.html", "五年以后就不需要人写代码了"],
    ["Shift_JIS", "column-sjis.html", "来年の春に稼働する"],
    ["windows-1252", "essay-latin1.html", "À l'université"],
  ])("by how it reads, from %s without a label", (_charset, file, words) => {
    const saved = readFileSync(new URL(`pages/${file}`, import.meta.url));
    const unlabelled = Buffer.from(saved.toString("latin1").replace(/charset=[\w-]+/, "charset="), "latin1");
    expect(decodePage(unlabelled, null)).toContain(words);
  });

  it("whatever is said of it, into something", () => {
    for (const label of ["", "utf-7", "replacement", "x".repeat(100_000), "\0", "utf-8; q", "hz-gb-2312"]) {
      expect(decodePage(bytes("plain"), label)).toBe("plain");
    }
  });
});
