import { describe, expect, it } from "vitest";
import { passagesOf } from "#domain/sources/transcript.ts";

const read = (text: string) => [...passagesOf(text)].filter((passage) => passage !== null);
const said = (text: string) =>
  read(text)
    .filter(({ isHeading }) => !isHeading)
    .map(({ speaker, sentences }) => [speaker, sentences.map((sentence) => sentence.text).join(" ")]);

describe("a label is read", () => {
  it.each([
    ["Jonas Adeyemi: Yes.", "Jonas Adeyemi"],
    ["Q: Yes.", "Q"],
    ["A： Yes.", "A"],
    ["**Jonas:** Yes.", "Jonas"],
    ["**Jonas**: Yes.", "Jonas"],
    ["__Jonas:__ Yes.", "Jonas"],
    ["[Jonas]: Yes.", "Jonas"],
    ["[Jonas:] Yes.", "Jonas"],
    ["Jonas (Perigee Freight): Yes.", "Jonas"],
    ["[00:12:33] Jonas: Yes.", "Jonas"],
    ["Jonas (00:12): Yes.", "Jonas"],
    [">> Jonas: Yes.", "Jonas"],
    ["- Jonas: Yes.", "Jonas"],
    ["JONAS: Yes.", "JONAS"],
    ["Ludwig van der Berg: Yes.", "Ludwig van der Berg"],
    ["Jonas:\nYes.", "Jonas"],
    ["Jonas Adeyemi  00:12\nYes.", "Jonas Adeyemi"],
    ["Jonas:\n\nYes.", "Jonas"],
    ["Speaker 1: Yes.", "Speaker 1"],
    ["沈若嵐：Yes.", "沈若嵐"],
    ["沈若嵐:Yes.", "沈若嵐"],
    ["【沈若嵐】：Yes.", "沈若嵐"],
    ["**沈若嵐：**Yes.", "沈若嵐"],
    ["沈若嵐（凌岳光電）：Yes.", "沈若嵐"],
    ["問：Yes.", "問"],
  ])("%j", (turn, speaker) => {
    expect(said(`${turn}\n\nMara: No.\n\n${turn}\n\nMara: No.`)).toEqual([
      [speaker, "Yes."],
      ["Mara", "No."],
      [speaker, "Yes."],
      ["Mara", "No."],
    ]);
  });

  it("for the paragraphs below it, until somebody else speaks", () => {
    expect(said("Q: Why?\n\nA: It works.\n\nIt will go on.\n\n>> Nonsense!")).toEqual([
      ["Q", "Why?"],
      ["A", "It works."],
      ["A", "It will go on."],
      [null, "Nonsense!"],
    ]);
  });
});

describe("no label is read", () => {
  it.each([
    "Note: this is old.",
    "他說：會漲。",
    "三個問題：水、電、人。",
    "See https://example.org/a for more.",
    "At 12:30 we left.",
    "The result of all this: we won.",
    "Three things: time, money, people.",
    "資料來源：內政部。",
  ])("%s", (line) => {
    expect(said(`Q: Why?\n\nA: Because.\n\n${line}\n\n${line}`).map(([speaker]) => speaker)).toEqual([
      "Q",
      "A",
      "A",
      "A",
    ]);
  });

  it("in a title of which the first words come nowhere else", () => {
    expect(said("Tidewater Storage: the easy part is over.\n\nQ: Why?")[0]?.[0]).toBe(null);
    expect(said("矽光：不等人。\n\n問：為什麼？")[0]?.[0]).toBe(null);
  });

  it("in a text where nothing else is one", () => {
    expect(said("Price: ten dollars, and it will fall.")[0]?.[0]).toBe(null);
  });
});

describe("a label that is seen once is read", () => {
  it.each([
    ["KATE MOSS (00:12): Yes.", "KATE MOSS"],
    ["[00:12] KATE: Yes.", "KATE"],
    ["王小美（00:12）：Yes.", "王小美"],
    ["記者王小美：Yes.", "記者王小美"],
    ["Host Ana: Yes.", "Host Ana"],
  ])("%j", (turn, speaker) => {
    expect(said(`${turn}\n\nIt will rain.`)[0]).toEqual([speaker, "Yes."]);
  });

  it("but not 記者會", () => {
    expect(said("記者會：Yes.\n\nIt will rain.")[0]?.[0]).toBe(null);
  });
});

describe("a heading is read", () => {
  it.each([
    ["# Money and people", "Money and people"],
    ["### Money ###", "Money"],
    ["Money\n=====", "Money"],
    ["Money\n---", "Money"],
    ["Money and people", "Money and people"],
    ["**Money**", "Money"],
    ["3. Money", "3. Money"],
    ["【產能】", "產能"],
    ["產能與人才", "產能與人才"],
    ["一、產能與人才", "一、產能與人才"],
    ["第二章 產能", "第二章 產能"],
    ["# 房價會跌嗎？", "房價會跌嗎？"],
  ])("%j", (heading, section) => {
    const passages = read(`${heading}\n\nIt will fall. We know it.`);
    expect(passages.map((passage) => [passage.section, passage.isHeading])).toEqual([
      [section, true],
      [section, false],
    ]);
  });

  it.each([
    "Today, governments.",
    "**Will it fall next year?**",
    "By Ilse Marchetti",
    "文／周以庭",
    "it went on like this for hours",
    "「會跌」",
    "12",
  ])("not in %j", (line) => {
    expect(read(`${line}\n\nIt will fall. We know it.`).filter(({ isHeading }) => isHeading)).toEqual([]);
  });
});

describe("a paragraph", () => {
  it("is run on where it was wrapped, and kept apart where a line ends on purpose", () => {
    const wrapped =
      "We expect that the price of a cell will be\nforty dollars in three years from now, or\nless. We do.";
    expect(read(wrapped)[0]?.sentences.map(({ text }) => text)).toEqual([
      wrapped.slice(0, wrapped.indexOf("less.") + 5),
      "We do.",
    ]);
    const verse = "Short lines\nthat end on purpose, and are not to be run on with what is below\nSo here";
    expect(read(verse)[0]?.sentences[0]?.text).toBe("Short lines");
  });

  it("of great length comes in parts, of which only the first opens a turn", () => {
    const passages = read(`Q: Why?\n\nA: ${"It is so. ".repeat(50)}`);
    expect(passages.map(({ sentences }) => sentences.length)).toEqual([1, 20, 20, 10]);
    expect(passages.map(({ opensTurn, speaker }) => [speaker, opensTurn])).toEqual([
      ["Q", true],
      ["A", true],
      ["A", false],
      ["A", false],
    ]);
  });

  it("is one of a list without its mark", () => {
    expect(said("- It will fall.\n- It will rise.\n1. It will stay.").map(([, text]) => text)).toEqual([
      "It will fall.",
      "It will rise.",
      "It will stay.",
    ]);
  });

  it("has the language of each sentence", () => {
    const [passage] = read("We will see. 到 2028 年 NVIDIA 會跌。 He said 加油 and left.");
    expect(passage?.sentences.map(({ language }) => language)).toEqual(["en", "zh", "en"]);
  });
});
