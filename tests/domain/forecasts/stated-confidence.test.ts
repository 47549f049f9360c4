import { expect, it } from "vitest";
import { statedConfidence } from "#domain/forecasts/stated-confidence.ts";

it.each<[string | null, number | null]>([
  ["70%", 70],
  ["I am about 70 % sure", 70],
  ["seventy? no: 85 percent", 85],
  ["60 per cent", 60],
  ["65.4%", 65],
  ["９０％", 90],
  ["我有七成把握", 70],
  ["七成五", 75],
  ["8成", 80],
  ["百分之七十", 70],
  ["百分之七十五的機率", 75],
  ["百分之十五", 15],
  ["百分之五", 5],
  ["70%, so seventy per cent: 70%", 70],
  [null, null],
  ["", null],
  ["我預計", null],
  ["一定", null],
  ["very likely", null],
  ["100%", null],
  ["0%", null],
  ["99.6%", null],
  ["百分之百", null],
  ["70-80%", null],
  ["70 to 80 percent", null],
  ["七八成", null],
  ["七到八成", null],
  ["七成到八成", null],
  ["百分之七十到八十", null],
  ["30% or maybe 60%", null],
  ["將會成為主流", null],
])("%j is %j", (words, percent) => {
  expect(statedConfidence(words)).toBe(percent);
});
