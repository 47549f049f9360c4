import { describe, expect, test } from "vitest";
import { fingerprintOf, parseIdempotencyKey } from "#db/change/idempotency-key.ts";
import { err, ok } from "#domain/result.ts";

const LONGEST = "k".repeat(255);

describe("a key", () => {
  test.each([
    ["bare", "8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324"],
    ["quoted", '"8e03978e"', "8e03978e"],
    ["of one character", "k", "k"],
    ["of one quoted character", '"k"', "k"],
    ["of every visible character but the quote", "!#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~"],
    ["quoted with blanks", '"the 2nd of May"', "the 2nd of May"],
    ["quoted with a quote and a backslash in it", '"a\\"b\\\\c"', 'a"b\\c'],
    ["as long as it may be", LONGEST, LONGEST],
    ["quoted, as long as it may be", `"${LONGEST}"`, LONGEST],
    [
      "as long as it may be, without what stands before its quotes",
      `"${'\\"'.repeat(255)}"`,
      '"'.repeat(255),
    ],
  ])("is read %s", (_how, sent, key = sent) => {
    expect(parseIdempotencyKey(sent)).toEqual(ok(key));
  });

  test.each([
    ["nothing", "", "key-empty"],
    ["nothing in quotes", '""', "key-empty"],
    ["one character too many", `${LONGEST}k`, "key-too-long"],
    ["one character too many in quotes", `"${LONGEST}k"`, "key-too-long"],
    ["a blank", "a b", "not-a-key"],
    ["a blank before it", " a", "not-a-key"],
    ["two headers", "a, b", "not-a-key"],
    ["two headers in quotes", '"a", "b"', "not-a-key"],
    ["a quote alone", '"', "not-a-key"],
    ["a quote that is not closed", '"a', "not-a-key"],
    ["a quote that was not opened", 'a"', "not-a-key"],
    ["a quote inside quotes", '"a"b"', "not-a-key"],
    ["a backslash before another letter", '"a\\b"', "not-a-key"],
    ["a backslash before the last quote", '"a\\"', "not-a-key"],
    ["a parameter", '"a";b=1', "not-a-key"],
    ["a letter beyond ASCII", "clé", "not-a-key"],
    ["a letter beyond ASCII in quotes", '"鍵"', "not-a-key"],
    ["a line break", "a\nb", "not-a-key"],
    ["a line break at its end", "a\n", "not-a-key"],
    ["a line break after the quotes", '"a"\n', "not-a-key"],
    ["a NUL in quotes", '"a\0"', "not-a-key"],
    ["DEL", "a\x7f", "not-a-key"],
  ])("is not %s", (_what, sent, fault) => {
    expect(parseIdempotencyKey(sent)).toEqual(err(fault));
  });

  test("is refused at once, however much is sent", () => {
    expect(parseIdempotencyKey(`"${'\\"'.repeat(100_000)}`)).toEqual(err("not-a-key"));
    expect(parseIdempotencyKey("k".repeat(100_000))).toEqual(err("key-too-long"));
  });
});

describe("a fingerprint", () => {
  const sent = { method: "POST", address: "/api/v1/forecasts?a=1", body: '{"a":1}' };

  test("is the same for the same, as a text or as bytes", () => {
    const fingerprint = fingerprintOf(sent);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf({ ...sent })).toBe(fingerprint);
    expect(fingerprintOf({ ...sent, body: new TextEncoder().encode(sent.body) })).toBe(fingerprint);
  });

  test.each([
    ["another method", { method: "PUT" }],
    ["another address", { address: "/api/v1/sources?a=1" }],
    ["another query", { address: "/api/v1/forecasts?a=2" }],
    ["another body", { body: '{"a":2}' }],
    ["a blank in the body", { body: '{"a": 1}' }],
    ["no body", { body: "" }],
    ["a part of the address in the body", { address: "/api/v1/forecasts", body: '?a=1{"a":1}' }],
    ["a line of the body in the address", { address: '/api/v1/forecasts?a=1"]\n{"a":1}', body: "" }],
    ["the method in the address", { method: "", address: "POST/api/v1/forecasts?a=1" }],
  ])("is another one for %s", (_what, other) => {
    expect(fingerprintOf({ ...sent, ...other })).not.toBe(fingerprintOf(sent));
  });
});
