import { expect, test } from "vitest";
import { proposedClaim } from "#domain/sources/extraction.ts";

test.each([
  ["So a new one opens by 2030.", "A new one opens by 2030."],
  ["But you won't see it before 2030.", "You won't see it before 2030."],
  ["Well, look, I mean, it opens.", "It opens."],
  ["So far it has not opened.", "So far it has not opened."],
  ["But for the rain it opens.", "But for the rain it opens."],
  ["Nobody drives by 2030.", "Nobody drives by 2030."],
  ["Now we wait.", "Now we wait."],
  ["So,", "So,"],
  ["So a \u202enew\u202c one\u2028opens by 2030.", "A new one opens by 2030."],
])("%s: %s", (text, claim) => {
  expect(proposedClaim({ text, language: "en" })).toBe(claim);
});

test.each([
  ["我跟你講，明年會量產。", "明年會量產。"],
  ["不過我聽到的消息是明年會量產。", "明年會量產。"],
  ["但是，那，三年內會蓋好。", "三年內會蓋好。"],
  ["對面三年內會蓋好。", "對面三年內會蓋好。"],
])("%s：%s", (text, claim) => {
  expect(proposedClaim({ text, language: "zh" })).toBe(claim);
});
