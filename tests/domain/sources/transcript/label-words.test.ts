import { describe, expect, test } from "vitest";
import { labelStanding, saysWhoAsks } from "#domain/sources/transcript/label-words.ts";

describe("a label that says who asks", () => {
  test.each([
    ["Q", true],
    ["HOST", true],
    ["Host Ana", true],
    ["host Ana", true],
    ["HOST ANA", true],
    ["Interviewer 2", true],
    ["Reporter Ana Li", true],
    ["Host city", false],
    ["host nation", false],
    ["Host City", false],
    ["Anchor text", false],
    ["Reporter notes", false],
    ["記者", true],
    ["記者王小美", true],
    ["主持人 阿倫", true],
    ["记者问", true],
    ["記者表示", false],
    ["主持人說", false],
    ["記者指出", false],
    ["編輯按", false],
    ["编辑部", false],
    ["記者會", false],
    ["記者手記", false],
  ])("%s: %j", (label, is) => {
    expect(saysWhoAsks(label)).toBe(is);
  });
});

test.each([
  ["Host Ana", "role"],
  ["記者王小美", "role"],
  ["Jonas Adeyemi", "name"],
  ["Jonas", "perhaps"],
  ["沈若嵐", "perhaps"],
  ["Host city", "none"],
  ["host nation", "none"],
  ["Reporter notes", "none"],
  ["記者表示", "none"],
  ["主持人說", "none"],
  ["編輯按", "none"],
  ["编者按", "none"],
  ["記者會", "perhaps"],
])("%s is known from its words alone as: %s", (label, standing) => {
  expect(labelStanding(label)).toBe(standing);
});
