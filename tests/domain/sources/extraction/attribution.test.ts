import { describe, expect, it } from "vitest";
import { day } from "#domain/day.ts";
import { extract } from "#domain/sources/extraction.ts";

const speakers = (text: string) =>
  extract(text, day("2026-03-10"))
    .candidates.toSorted((a, b) => a.sentence.start - b.sentence.start)
    .map(({ speaker }) => speaker);

describe("of a text without labels, the words say whose they are", () => {
  it.each<[string, string, readonly (string | null)[]]>([
    ["said behind a quotation", "“It will open by 2030,” said Ann Lee.", ["Ann Lee"]],
    ["said before it", "Ann Lee, who runs the yard, said it will open by 2030.", ["Ann Lee"]],
    ["predicts", "Ann Lee predicts it will open by 2030.", ["Ann Lee"]],
    ["according to", "According to Dr. Ann Lee, it will open by 2030.", ["Dr. Ann Lee"]],
    [
      "a pronoun for whom was named just before",
      "Ann Lee said it rained. She expects it will open by 2030.",
      ["Ann Lee"],
    ],
    ["表示 behind a title", "港務局長陳美惠表示，新碼頭2030年前會完工。", ["陳美惠"]],
    ["认为 behind a surname", "陈美惠认为，新码头2030年前会完工。", ["陈美惠"]],
    ["預測 on a day", "陳美惠今（10）日預測，新碼頭2030年前會完工。", ["陳美惠"]],
    ["他 for whom was named just before", "陳美惠表示下雨了。他認為新碼頭2030年前會完工。", ["陳美惠"]],
    [
      "a quotation that goes on",
      "「碼頭2030年前會完工。」陳美惠說。「票價2031年會漲。」",
      ["陳美惠", "陳美惠"],
    ],
  ])("%s", (_what, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each([
    ["nobody says it", "It will open by 2030."],
    ["a day of the week is no name", "On Monday March Lane said it will open by 2030."],
    ["a company in one word", "Acme said it will open by 2030."],
    ["a report", "報告預測，新碼頭2030年前會完工。"],
    ["an authority", "政府認為，新碼頭2030年前會完工。"],
  ])("none where %s", (_what, text) => {
    expect(speakers(text)).toEqual([null]);
  });

  it("not beyond the next paragraph", () => {
    expect(
      speakers("Ann Lee said it rained.\n\nIt was cold.\n\nIt was grey.\n\nShe said it will open by 2030."),
    ).toEqual([null]);
  });
});
