import type { Fields, Sent } from "./post-form.ts";

/** What is sent in the place of a field, under the name that the test shows; null leaves the field out. */
export type Values = { readonly [name: string]: Sent | readonly Sent[] | null };

const aFile = { file: "text.txt", content: "a file's content" };
/** Bytes that are no UTF-8: half of a surrogate pair. */
export const HALF = Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]);
const MANY_KB = "x".repeat(50_000);

const OPTIONAL: Values = {
  "a NUL": "a\u0000b",
  "a control character": "a\u001bb",
  "50 KB of text": MANY_KB,
  "a file": aFile,
  "it twice": ["one", "two"],
};

/** What no text of at most so many characters may be, where it may be left out. */
export const badOptionalTexts = (limit: number): Values => ({
  ...OPTIONAL,
  "one character too many": "😀".repeat(limit + 1),
});

export const badTexts = (limit: number): Values => ({
  ...badOptionalTexts(limit),
  nothing: null,
  "an empty text": "",
  blanks: " \t\r\n\u3000 ",
});

export const badLinks: Values = {
  ...badTexts(2048),
  "a script": "javascript:alert(1)",
  "a script in capitals after a blank": " JAVASCRIPT:alert(1)",
  "a script with a line in it": "java\nscript:alert(1)",
  data: "data:text/html,<script>alert(1)</script>",
  "another scheme": "ftp://example.org/a",
  "a file's address": "file:///etc/passwd",
  "no scheme": "//example.org/a",
  "a path": "/forecasts",
  "no host": "http://",
  "a password": "https://ada:secret@example.org/",
  "a user": "https://ada@example.org/",
  "a word": "example",
};

const DAYS: Values = {
  "year 0": "0000-01-01",
  "year 10000": "10000-01-01",
  "30 February": "2026-02-30",
  "29 February of no leap year": "2025-02-29",
  "month 13": "2026-13-01",
  "day 0": "2026-11-00",
  "an instant": "2026-08-01T00:00:00Z",
  "a short day": "2026-8-1",
  "a word": "yesterday",
  "a NUL": "2026-08-01\u0000",
  "a file": aFile,
  "it twice": ["2026-08-01", "2026-08-02"],
};

/** What no day may be, where none is needed; the last is a day, but ahead. */
export const badPastDays: Values = { ...DAYS, "a day ahead": "2026-11-24" };
export const badReviewDays: Values = {
  ...DAYS,
  nothing: null,
  "an empty text": "",
  "a day gone by": "2026-11-22",
  today: "2026-11-23",
};

export const badWords: Values = {
  nothing: null,
  "an empty text": "",
  "another word": "maybe",
  capitals: "TRUE",
  "a name of JavaScript's": "constructor",
  "a file": aFile,
  "it twice": ["partly", "true"],
};

/** Fields that no form has. */
export const UNKNOWN = ["recordedAt", "id", "__proto__", "constructor", "Reason", "by[]", "URL"];

/** Fields with one of them sent otherwise. */
export function instead(fields: Fields, field: string, value: Values[string]): Fields {
  const rest = fields.filter(([name]) => name !== field);
  if (value === null || value === undefined) return rest;
  const values: readonly Sent[] = Array.isArray(value) ? value : [value];
  return [...rest, ...values.map((one) => [field, one] as const)];
}
