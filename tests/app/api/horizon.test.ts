import { describe, expect, it } from "vitest";
import { post, serveSeededDatabase } from "./api.ts";

serveSeededDatabase();

const read = (words: string, lang = "en", saidOn = "2025-09-10") => post("/horizon", { words, lang, saidOn });

describe("a phrase is read", () => {
  it("as a window, with how it follows from the words in both languages", async () => {
    const { status, body } = await read("in 2-3 years");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: "window",
      words: "in 2-3 years",
      start: 0,
      end: 12,
      dueFrom: "2027-09-10",
      dueBy: "2028-09-10",
      approximate: false,
      proposedGraceBy: null,
      negative: false,
      explanation: {
        en: "'in 2-3 years' from 10 Sep 2025: 2 years = 10 Sep 2027 opens, 3 years = 10 Sep 2028 closes.",
        "zh-Hant":
          "「in 2-3 years」自2025年9月10日起算：2 年 = 2027年9月10日開始，3 年 = 2028年9月10日截止。",
      },
    });
    expect(body.steps).toHaveLength(2);
  });

  it.each([
    [
      "一年左右",
      "'一年左右' from 10 Sep 2025: 1 year = 10 Sep 2026 closes, it opens on the day it was said, 10 Sep 2025, the time is hedged, so we propose a grace, ours and not the speaker's, to 10 Dec 2026.",
    ],
    [
      "2027年底前",
      "'2027年底前': '前' includes the last day: 31 Dec 2027 closes, it opens on the day it was said, 10 Sep 2025.",
    ],
    ["幾年內", "'幾年內': it points forward without a number or a date, so there is no window."],
    ["2020年", "'2020年': it had gone by on the day it was said."],
    ["明年初", "'明年初': '明年初' is the first third, 1 Jan 2026 to 30 Apr 2026."],
    ["聖誕節前", "We read no horizon in these words."],
  ])("%s: %s", async (words, explanation) => {
    expect((await read(words, "zh-Hant")).body.explanation.en).toBe(explanation);
  });

  it.each(["zh", "zh-Hans", "zh-Hant"])("in Chinese of any characters: %s", async (lang) => {
    expect((await read("两年内", lang)).body).toMatchObject({ kind: "window", dueBy: "2027-09-10" });
  });

  it("in more than one way, each of them given", async () => {
    const { body } = await read("next winter");
    expect(body).toMatchObject({
      kind: "ambiguous",
      readings: [
        { name: "2025-12-01/2026-02-28", dueBy: "2026-02-28" },
        { name: "2026-12-01/2027-02-28", dueBy: "2027-02-28" },
      ],
    });
    expect(body.explanation.en).toMatch(/^'next winter': it can be read in 2 ways: .+; or .+\.$/);
  });

  it("not at all where more is said of the time than is read, with all its words", async () => {
    const { body } = await read("It opens by 31 June 2027, or the year after.");
    expect(body).toMatchObject({ kind: "unread", words: "31 June 2027, or the year after" });
    expect(body.explanation.en).toBe(
      "'31 June 2027, or the year after': a time that is not read whole, so there is no window.",
    );
  });

  it("with both of its bounds, and how they make one window", async () => {
    const { body } = await read("after 2027 but before 2030");
    expect(body).toMatchObject({ kind: "window", dueFrom: "2028-01-01", dueBy: "2029-12-31" });
    expect(body.explanation.en).toMatch(/so it opens 1 Jan 2028 and closes 31 Dec 2029\.$/);
  });

  it("as what it is: the words may say anything", async () => {
    const { status, body } = await read("<script>by 2030</script>");
    expect([status, body.dueBy]).toEqual([200, "2030-12-31"]);
  });
});

describe("what cannot be read is refused field by field", () => {
  it.each([
    [{ words: " ", lang: "en", saidOn: "2025-09-10" }, "words", "required"],
    [{ words: "x".repeat(2001), lang: "en", saidOn: "2025-09-10" }, "words", "too-long"],
    [{ words: "by 2030", lang: "de", saidOn: "2025-09-10" }, "lang", "not-one-of"],
    [{ words: "by 2030", lang: "en", saidOn: "2025-02-30" }, "saidOn", "not-a-day"],
    [{ words: "by 2030", lang: "en" }, "saidOn", "required"],
  ])("%j: %s is %s", async (sent, field, code) => {
    const { status, body } = await post("/horizon", sent);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field, code }]);
  });
});
