import { expect } from "vitest";
import { type Answered, countRows } from "./api.ts";

/** What is sent in the place of a field, under the name that the test shows. */
export type Values = { readonly [name: string]: unknown };

/** Stands for a field that is left out. */
export const LEFT_OUT = undefined;

const NO_TEXTS: Values = {
  "a number": 5,
  "a huge number": 1e308,
  yes: true,
  "a list": ["x"],
  "an object": { toString: "x" },
  "a NUL": "a\u0000b",
  "a control character": "a\u001bb",
  "half a surrogate pair": "a\ud800b",
  "the other half": "\udfff",
  "50 KB of text": "x".repeat(50_000),
};

const ABSENT: Values = { nothing: LEFT_OUT, null: null, "an empty text": "", blanks: " \t\n\u3000 " };

/** What no text of at most so many characters may be. */
export const badTexts = (limit: number): Values => ({
  ...ABSENT,
  ...NO_TEXTS,
  "one character too many": "字".repeat(limit + 1),
});

/** The same for a text that may be left out. */
export const badOptionalTexts = (limit: number): Values => ({
  ...NO_TEXTS,
  "one character too many": "😀".repeat(limit + 1),
});

/** What no day may be. */
export const badDays: Values = {
  nothing: LEFT_OUT,
  "an empty text": "",
  "year 0": "0000-01-01",
  "year 10000": "10000-01-01",
  "30 February": "2026-02-30",
  "29 February of no leap year": "2025-02-29",
  "month 13": "2026-13-01",
  "day 0": "2026-11-00",
  "an instant": "2026-08-01T00:00:00Z",
  "a short day": "2026-8-1",
  "a word": "yesterday",
  "a number": 20260801,
  "a huge number": 1e308,
  "a list": ["2026-08-01"],
  "an object": {},
  "a NUL": "2026-08-01\u0000",
  "50 KB of text": "2".repeat(50_000),
};

/** What no word of a closed list may be. */
export const badWords: Values = {
  nothing: LEFT_OUT,
  null: null,
  "an empty text": "",
  "another word": "maybe",
  capitals: "TRUE",
  "a number": 1,
  yes: true,
  "a list": ["partly"],
  "an object": {},
  "a name of JavaScript's": "constructor",
  "50 KB of text": "x".repeat(50_000),
};

/** Fields that no body has; as text, since only so can `__proto__` be one. */
export const unknownFields = [
  "__proto__",
  "constructor",
  "toString",
  "id",
  "recordedAt",
  "Reason",
  "",
  "\ud800",
];

/** A body as text, with one more field. */
export const withField = (body: object, field: string): string =>
  `${JSON.stringify(body).slice(0, -1)}${Object.keys(body).length > 0 ? "," : ""}${JSON.stringify(field)}:{"by":"x"}}`;

/** A row for each value of each field: the field, what is sent, and the body that carries it. */
export function bodiesWith(
  body: object,
  fields: { readonly [field: string]: Values },
): [string, string, object][] {
  return Object.entries(fields).flatMap(([field, values]) =>
    Object.entries(values).map(([name, value]): [string, string, object] => [
      field,
      name,
      { ...body, [field]: value },
    ]),
  );
}

/** Sends a body that must be refused for one field in words, and leave no row behind. */
export async function expectRefused(field: string, sendBody: () => Promise<Answered>): Promise<void> {
  const before = await countRows();
  const { status, headers, body } = await sendBody();
  expect(status).toBe(422);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body.errors).toEqual([
    { field, code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/^[A-Z“t].{10,}\.$/) },
  ]);
  expect(JSON.stringify(body).length).toBeLessThan(1000);
  expect(await countRows()).toEqual(before);
}
