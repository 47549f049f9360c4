import { describe, expect, it } from "vitest";
import { keepText, passagesOf } from "#domain/sources/transcript.ts";

/** Who says what in a text, by its passages. */
const said = (text: string, fileName: string | null = null) =>
  [...passagesOf(keepText(text, fileName).text)].flatMap((passage) =>
    passage === null || passage.isHeading
      ? []
      : [[passage.speaker, passage.sentences.map(({ text: words }) => words).join(" ")]],
  );

const TALK = [
  ["Ann Lee", "We open in 2028."],
  ["Ben Cho", "Really?"],
  ["Ann Lee", "Yes."],
  ["Ben Cho", "Good."],
] as const;
const written = (line: (name: string, words: string, place: number) => string, between = "\n") =>
  TALK.map(([name, words], place) => line(name, words, place)).join(between);
const turned = (name: string) => name.split(" ").toReversed().join(", ");

describe("who speaks is read from every form of label", () => {
  it.each<[string, string]>([
    ["NAME: words", written((name, words) => `${name}: ${words}`)],
    ["[NAME] [time] words", written((name, words, at) => `[${name}] [0${at}:49] ${words}`)],
    ["NAME (Role) alone on a line", written((name, words) => `${name} (Executives)\n\n${words}`, "\n\n")],
    ["NAME alone on a line", written((name, words) => `${name}\n${words}`, "\n\n")],
    [
      "NAME alone, a time below it",
      written((name, words, at) => `${name}\n(00:0${at}:10)\n${words}`, "\n\n"),
    ],
    ["bold NAME with a time", written((name, words, at) => `**${name}** _00:0${at}:10_\n${words}`, "\n\n")],
    ["bold NAME with a colon", written((name, words) => `**${name}:** ${words}`)],
    ["NAME and a time", written((name, words, at) => `${name}  0:1${at}\n${words}`, "\n\n")],
    ["NAME - words", written((name, words) => `${name} - ${words}`)],
    ["- [NAME] words", written((name, words) => `- [${name}] ${words}`)],
    ["【NAME】words", written((name, words) => `【${name}】${words}`)],
    ["NAME (Role): words", written((name, words) => `${name} (Acme): ${words}`)],
  ])("%s", (_form, text) => {
    expect(said(text)).toEqual(TALK.map((turn) => [...turn]));
  });

  it("turned round: Last, First (Dept): words", () => {
    expect(said(written((name, words) => `${turned(name)} (Legal): ${words}`)).map(([name]) => name)).toEqual(
      TALK.map(([name]) => turned(name)),
    );
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      "Q and A with an ASCII colon before Chinese",
      "Q:什麼時候量產?\nA:2028年以前。",
      [
        ["Q", "什麼時候量產?"],
        ["A", "2028年以前。"],
      ],
    ],
    [
      "Latin names with one",
      "Ann Lee:我們2028年量產。\nBen:真的？\nAnn Lee:對。",
      [
        ["Ann Lee", "我們2028年量產。"],
        ["Ben", "真的？"],
        ["Ann Lee", "對。"],
      ],
    ],
    [
      "a question and its answer on one line",
      "Q：何時量產？A：2028年以前。\nQ：下一代呢？A：三年後。",
      [
        ["Q", "何時量產？"],
        ["A", "2028年以前。"],
        ["Q", "下一代呢？"],
        ["A", "三年後。"],
      ],
    ],
    [
      "names alone in Chinese",
      "王小明\n我們2028年量產。\n\n主持人\n真的？\n\n王小明\n對。\n\n主持人\n好。",
      [
        ["王小明", "我們2028年量產。"],
        ["主持人", "真的？"],
        ["王小明", "對。"],
        ["主持人", "好。"],
      ],
    ],
  ])("%s", (_form, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it("as a file of captions names them, once or often, with a comma or a role", () => {
    const cues = [
      ["Lee, Ann (Legal)", "We open in 2028."],
      ["Ben Cho", "Really?"],
    ] as const;
    const vtt = `WEBVTT\n\n${cues.map(([name, words], at) => `00:0${at}.000 --> 00:0${at}.900\n<v ${name}>${words}`).join("\n\n")}`;
    expect(said(vtt, "a.vtt")).toEqual([
      ["Lee, Ann", "We open in 2028."],
      ["Ben Cho", "Really?"],
    ]);
  });

  it("by >> within a line of captions, whoever that is", () => {
    expect(said("HOST: So it starts in 2028? >> No, never before 2030. >> Okay.\nHOST: Thanks.")).toEqual([
      ["HOST", "So it starts in 2028?"],
      [null, "No, never before 2030."],
      [null, "Okay."],
      ["HOST", "Thanks."],
    ]);
  });
});

describe("no label is made", () => {
  it.each([
    ["of the head of a sentence", "陳教授：先看供給。\n主持人：好。\n陳教授：首先看供給面：新廠2027年會開。"],
    ["of what comes next", "陳教授：先看供給。\n主持人：好。\n陳教授：對。\n下一個重點會是：價格。"],
    ["of odds", "Ann Lee: I agree.\nBen Cho: Me too.\nWins Texas: 20%\nWins Maine: 10%\nWins Ohio: 1 in 4"],
    ["of figures", "Ann Lee: I agree.\nBen Cho: Me too.\nNet Income: $30 million\nNet Debt: 12.4"],
    ["of headings that come once", "Ann Lee: I agree.\nBen Cho: Me too.\n\nThe Road Ahead\n\nIt is long."],
    ["of sounds", "Ann Lee: I agree.\n[Music]\nBen Cho: Me too.\n[Music]"],
  ])("%s", (_what, text) => {
    const names = new Set(said(text).map(([name]) => name));
    for (const name of names) expect(["Ann Lee", "Ben Cho", "陳教授", "主持人"]).toContain(name);
  });
});

describe("captions that were pasted from a video's page", () => {
  it("are read as one text, each line with its time", () => {
    const kept = keepText(
      "0:01\nso I think in the\n0:04\nnext five years we will see\n0:08\na cure.\n0:12\nBy 2035 it\n0:16\nis cheap.",
      null,
    );
    expect(kept.text).toBe("so I think in the next five years we will see a cure. By 2035 it is cheap.");
    expect(kept.times.map(({ seconds }) => seconds)).toEqual([1, 4, 8, 12, 16]);
    expect(keepText(kept.text, null).text).toBe(kept.text);
  });

  it("without any full stops end where a line leaves nothing open", () => {
    const lines = [
      "we opened a plant",
      "it works well in the",
      "north of the country",
      "we have ten by 2030",
      "that is all",
    ];
    const pasted = lines.map((line, at) => `0:0${at}\n${line}`).join("\n");
    expect(keepText(pasted, null).text.split("\n\n")).toEqual([
      "we opened a plant",
      "it works well in the north of the country",
      "we have ten by 2030",
      "that is all",
    ]);
  });
});
