import { describe, expect, it } from "vitest";
import { AGENTIC, change, countRows, patch, post, send, serveSeededDatabase } from "./api.ts";
import { anEvidence, anEvidenceIdOf } from "./bodies.ts";

serveSeededDatabase();

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;
const JSON_TYPE = { "content-type": "application/json" };

describe("what kind of body is read", () => {
  it.each([
    ["application/json", 201],
    ["application/json; charset=utf-8", 201],
    ["Application/JSON;charset=UTF-8", 201],
    ["application/problem+json", 201],
    ["application/vnd.example.v1+json; a=b", 201],
    ["text/plain", 415],
    ["text/plain; charset=application/json", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["text/json", 415],
    ["application/jsonp", 415],
    ["application/json-seq", 415],
    ["application/json, text/plain", 415],
    ["", 415],
  ])("%j: %i", async (type, expected) => {
    const { status } = await change("POST", EVIDENCE, anEvidence, { "content-type": type });
    expect(status).toBe(expected);
  });

  it("a compressed one is a 415", async () => {
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
    expect((await change("POST", EVIDENCE, anEvidence, headers)).status).toBe(415);
  });

  const text = JSON.stringify(anEvidence);
  const half = text.indexOf(anEvidence.title);
  /** A body that would be accepted, were it not for these bytes in its title. */
  const titled = (...bytes: number[]) =>
    Buffer.concat([Buffer.from(text.slice(0, half)), Buffer.from(bytes), Buffer.from(text.slice(half))]);

  it.each<[string, BodyInit | null]>([
    ["nothing", null],
    ["blank", "  "],
    ["half of an object", '{"url":'],
    ["more than an object", "{}{}"],
    ["no JSON", "url=https%3A%2F%2Fexample.org"],
    ["a comment", "{/* */}"],
    ["single quotes", "{'reason':'x'}"],
    ["a NUL", '{"reason":"\u0000"}'],
    ["a list", "[]"],
    ["null", "null"],
    ["a text", '"reason"'],
    ["a number", "1"],
    ["invalid UTF-8", titled(0xff, 0xfe)],
    ["half a surrogate in UTF-8", titled(0xed, 0xa0, 0x80)],
    ["a character of Latin-1", titled(0xe9)],
    ["UTF-16", Buffer.from(text, "utf16le")],
    ["deep brackets", "[".repeat(60_000)],
    ["deep lists", "[".repeat(30_000) + "]".repeat(30_000)],
    ["what breaks off", new ReadableStream({ start: (stream) => stream.error(new Error("gone")) })],
  ])("%s is a 400", async (_, body) => {
    const init = { headers: JSON_TYPE, body };
    const response = await send("POST", `/api/v1${EVIDENCE}`, init);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "Bad Request", detail: expect.any(String) });
  });
});

describe("a key that comes twice", () => {
  const text = JSON.stringify(anEvidence).slice(0, -1);
  const forecasts = '{"forecasts":[{"claim":{"en":"A","\\u0065n":"B"}}]}';
  it.each([
    ["of a body", EVIDENCE, `${text},"title":"Another"}`, "title"],
    ["as the same", EVIDENCE, `${text},"title":${JSON.stringify(anEvidence.title)}}`, "title"],
    ["written otherwise", EVIDENCE, `${text},"\\u0075rl":"https://example.org/other"}`, "url"],
    ["inside, and deep", "/forecasts", forecasts, "forecasts.0.claim.en"],
  ])("is refused by its name: %s", async (_, path, body, field) => {
    const before = await countRows();
    const { status, headers, body: answer } = await post(path, body);
    expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(answer.errors).toEqual([{ field, code: "sent-twice", message: expect.stringContaining("twice") }]);
    expect(await countRows()).toEqual(before);
  });
});

describe("how large a body may be", () => {
  const MOST = 64 * 1024;
  const padded = (size: number) => {
    const text = JSON.stringify(anEvidence);
    return text + " ".repeat(size - text.length);
  };

  it("is 64 KB to the byte", async () => {
    expect((await post(EVIDENCE, padded(MOST))).status).toBe(201);
    const before = await countRows();
    expect((await post(EVIDENCE, padded(MOST + 1))).status).toBe(413);
    expect((await patch(`/evidence/${await anEvidenceIdOf()}`, padded(MOST + 1))).status).toBe(413);
    expect(await countRows()).toEqual(before);
  });

  it("is told by its length before a byte is read", async () => {
    const body = new ReadableStream(
      { pull: () => Promise.reject(new Error("was read")) },
      { highWaterMark: 0 },
    );
    const headers = { ...JSON_TYPE, "content-length": String(MOST + 1) };
    expect((await send("POST", `/api/v1${EVIDENCE}`, { headers, body })).status).toBe(413);
  });

  it("is counted while reading, and no further", async () => {
    let chunks = 0;
    const body = new ReadableStream({
      pull(stream) {
        chunks += 1;
        stream.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const init = { headers: { ...JSON_TYPE, "content-length": "2" }, body };
    expect((await send("POST", `/api/v1${EVIDENCE}`, init)).status).toBe(413);
    expect(chunks).toBeLessThan(4);
  });
});
