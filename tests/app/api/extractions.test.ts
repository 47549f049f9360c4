import { describe, expect, it } from "vitest";
import { keepText } from "#domain/sources/transcript.ts";
import { countRows, type Json, post, send, serveSeededDatabase } from "./api.ts";
import { MEGABYTE, TALK, textOf } from "./texts.ts";

serveSeededDatabase();

const SAID = "2026-03-10";
const read = (text: unknown, more: object = {}) => post("/extractions", { text, saidOn: SAID, ...more });

describe("POST /extractions", () => {
  it("lists what looks like a forecast, what says when first, and stores nothing", async () => {
    const before = await countRows();
    const { status, body } = await read(TALK);
    expect(status).toBe(200);
    expect(await countRows()).toEqual(before);
    expect(body).toMatchObject({
      ...{ format: "plain", readableText: null, total: 3 },
      ...{ speakers: ["Ann Lee", "Bob"], interviewers: expect.any(Array), restatements: [] },
    });
    const [landing, ships] = body.candidates;
    expect(landing).toMatchObject({
      ...{ kind: "dated", strength: "strong", reasons: [], lang: "en", speaker: "Ann Lee", section: null },
      sentence: { text: "We will land on the moon within two years." },
      horizon: { kind: "window", words: "within two years", standsIn: "sentence" },
      before: { text: "It rained all day." },
    });
    expect(landing.horizon.readings).toMatchObject([
      { dueFrom: SAID, dueBy: "2028-03-10", approximate: false },
    ]);
    expect(ships.horizon.readings).toMatchObject([{ dueFrom: SAID, dueBy: "2028-12-31" }]);
  });

  it("gives places in the text that was sent", async () => {
    const { body } = await read(TALK);
    for (const { sentence, horizon } of body.candidates) {
      expect(TALK.slice(sentence.start, sentence.end)).toBe(sentence.text);
      if (horizon !== null) expect(TALK.slice(horizon.start, horizon.end)).toBe(horizon.words);
    }
  });

  it("gives captions as the text that the places are of", async () => {
    const { body } = await read(
      "1\n00:00:01,000 --> 00:00:02,000\nIt ships\n\n2\n00:00:02,000 --> 00:00:04,000\nby 2030, I expect.",
    );
    expect(body).toMatchObject({ format: "srt", readableText: "It ships by 2030, I expect." });
    const [{ sentence }] = body.candidates;
    expect(body.readableText.slice(sentence.start, sentence.end)).toBe(sentence.text);
  });

  it("reads Chinese, in either script", async () => {
    const { body } = await read("林：兩三年內，茶園會全部改種。\n\n林：两年之内，市场会翻倍。");
    expect(body.candidates).toMatchObject([{ lang: "zh-Hant" }, { lang: "zh-Hant" }]);
  });

  it("finds nothing in a text without forecasts, and says so", async () => {
    const { status, body } = await read("It rained. We had tea.");
    expect([status, body.total, body.candidates]).toEqual([200, 0, []]);
  });

  it("tells a long list a part at a time", async () => {
    const text = textOf(60_000);
    const { body: whole } = await read(text, { limit: 500 });
    expect(whole.total).toBeGreaterThan(1_000);
    expect(whole.candidates).toHaveLength(500);
    const { body: part } = await read(text, { skip: 499, limit: 2 });
    expect(part.candidates[0]).toEqual(whole.candidates[499]);
    expect(part.candidates).toHaveLength(2);
    expect((await read(text, { skip: 1_000_000 })).body.candidates).toEqual([]);
  });

  it("answers with a megabyte at most, whatever the text, and goes on by its cursor until all is told", async () => {
    const text =
      "今年或明年，我看到2030年前後內會漲，2027年底前後也會，到2028年底、2029年初還會。\n\n".repeat(6_000);
    const told: number[] = [];
    let cursor: string | null = null;
    let total = 0;
    for (let page = 0; page === 0 || (cursor !== null && page < 3); page += 1) {
      const { status, body }: { status: number; body: Json } = await read(text, { cursor });
      expect(status).toBe(200);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(1_000_000);
      expect(body.candidates.length).toBeGreaterThan(50);
      for (const { furtherHorizons } of body.candidates)
        expect(furtherHorizons.length).toBeLessThanOrEqual(5);
      told.push(...body.candidates.map(({ sentence }: Json) => sentence.start));
      total = body.total;
      cursor = body.nextCursor;
    }
    expect(new Set(told).size).toBe(told.length);
    expect(total).toBeGreaterThan(told.length);
    expect((await read(text.slice(0, 60), { cursor: "nowhere" })).body.errors).toMatchObject([
      { field: "cursor", code: "bad-cursor" },
    ]);
    expect((await read(TALK)).body.nextCursor).toBe(null);
  }, 60_000);

  it("names the sentence that said a claim first, beside each that says it again", async () => {
    const first = "A sodium battery will be cheaper than lithium within 3 years.";
    const { body } = await read(
      `${first} Nothing else.\n\nAs I said, sodium will be cheaper than a lithium battery within 3 years.`,
    );
    expect(body.candidates.map(({ restates }: Json) => restates)).toEqual([null, 0]);
    expect(body.restatements).toEqual([[0, first.length + " Nothing else.\n\n".length]]);
  });

  it("takes more than 10,000 candidates and a megabyte to the byte", async () => {
    const { status, body } = await read(textOf(MEGABYTE), { limit: 1 });
    expect([status, body.total > 10_000]).toEqual([200, true]);
    expect((await read(textOf(MEGABYTE + 1))).body.errors).toMatchObject([
      { field: "text", code: "text-too-large" },
    ]);
    // What counts is what it is kept as: a form makes two characters of every line's end.
    expect(
      (await read(textOf(MEGABYTE, `${"x".repeat(98)}\n\n`).replaceAll("\n", "\r\n"), { limit: 1 })).status,
    ).toBe(200);
  }, 60_000);

  it("takes bodies of 5 MB and no more", async () => {
    const padded = (size: number) => {
      const text = JSON.stringify({ text: TALK, saidOn: SAID });
      return text + " ".repeat(size - text.length);
    };
    expect((await post("/extractions", padded(5 * MEGABYTE))).status).toBe(200);
    expect((await post("/extractions", padded(5 * MEGABYTE + 1))).status).toBe(413);
  });

  it.each<[string, Json, string, string]>([
    ["no text", { text: undefined }, "text", "required"],
    ["a blank one", { text: " \n\t " }, "text", "required"],
    ["captions without words", { text: "WEBVTT\n\n00:01.000 --> 00:02.000\n\n" }, "text", "required"],
    ["a number", { text: 5 }, "text", "not-text"],
    ["a list", { text: [TALK] }, "text", "not-text"],
    ["null", { text: null }, "text", "not-text"],
    ["no day", { saidOn: undefined }, "saidOn", "required"],
    ["no such day", { saidOn: "2026-02-30" }, "saidOn", "not-a-day"],
    ["a limit of none", { limit: 0 }, "limit", "not-in-range"],
    ["a limit beyond all", { limit: 501 }, "limit", "not-in-range"],
    ["a part before the first", { skip: -1 }, "skip", "not-in-range"],
    ["half a part", { skip: 0.5 }, "skip", "not-in-range"],
    ["a field that there is none of", { html: "<p>" }, "html", "unknown-field"],
  ])("refuses %s", async (_, more, field, code) => {
    const { status, body } = await read(TALK, more);
    expect([status, body.errors]).toMatchObject([422, [{ field, code }]]);
  });

  it.each<[Json, string]>([
    [{ limit: 501 }, "from 1 to 500"],
    [{ limit: "ten" }, "from 1 to 500"],
    [{ skip: -1 }, "from 0 on"],
  ])("says which numbers are accepted: %j", async (more, accepted) => {
    const { body } = await read(TALK, more);
    expect(body.errors[0].message).toContain(accepted);
  });

  it.each([
    ["a NUL", "It\0 ships by 2030, I expect."],
    ["half a character", "It ships \ud83c by 2030, I expect."],
    ["controls and marks of direction", "\u0007It \u202eships\u202c by 2030, I expect."],
    ["markup", "<script>alert(1)</script> It will ship by 2030."],
  ])("reads a text with %s as text", async (_, text) => {
    const { status, body } = await read(text);
    expect([status, body.total]).toEqual([200, 1]);
    const { start, end, text: words } = body.candidates[0].sentence;
    expect(keepText(text, null).text.slice(start, end)).toBe(words);
  });

  it("is not for foreign pages", async () => {
    const headers = { "content-type": "application/json", origin: "https://evil.example" };
    const body = JSON.stringify({ text: TALK, saidOn: SAID });
    expect((await send("POST", "/api/v1/extractions", { headers, body })).status).toBe(403);
  });
});
