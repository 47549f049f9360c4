import { expect, test } from "vitest";
import { readTextFile } from "#app/_request/parse/text-file.ts";

const TEXT = "In two years: 兩年內。";
const utf16le = Buffer.from(`\uFEFF${TEXT}`, "utf16le");
const utf16be = Buffer.from(utf16le).swap16();

test.each<[string, string, Uint8Array]>([
  ["UTF-8", "talk.txt", Buffer.from(TEXT)],
  ["UTF-8 with a byte-order mark", "talk.MD", Buffer.from(`\uFEFF${TEXT}`)],
  ["UTF-16, little end first", "talk.srt", utf16le],
  ["UTF-16, big end first", "talk.vtt", utf16be],
])("%s is read", (_, name, bytes) => {
  expect(readTextFile(name, bytes)).toEqual({ ok: true, value: TEXT });
});

test.each<[string, string, Uint8Array, string]>([
  ["Big5", "talk.txt", Buffer.from([0xa8, 0xe2, 0xa6, 0x7e, 0xa4, 0xba]), "unknown-encoding"],
  ["Latin-1", "talk.txt", Buffer.from("d\xe9j\xe0 vu", "latin1"), "unknown-encoding"],
  ["half a surrogate", "talk.txt", Buffer.from([0x61, 0xed, 0xa0, 0x80]), "unknown-encoding"],
  ["UTF-16 that breaks off", "talk.txt", Buffer.from([0xff, 0xfe, 0x61]), "unknown-encoding"],
  ["UTF-16 without a mark", "talk.txt", Buffer.from("plain", "utf16le"), "not-a-text-file"],
  [
    "a picture under another name",
    "talk.txt",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]),
    "not-a-text-file",
  ],
  ["a text with a NUL", "talk.txt", Buffer.from("a\0b"), "not-a-text-file"],
  ["a page", "talk.html", Buffer.from(TEXT), "not-a-text-file"],
  ["a document", "talk.pdf", Buffer.from(TEXT), "not-a-text-file"],
  ["what has no name", "", Buffer.from(TEXT), "not-a-text-file"],
])("%s is refused", (_, name, bytes, code) => {
  expect(readTextFile(name, bytes)).toEqual({ ok: false, error: code });
});
