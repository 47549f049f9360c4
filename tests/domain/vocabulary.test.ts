import { expect, test } from "vitest";
import { CRITERIA, eachOfCriteria } from "#domain/vocabulary.ts";

test("something for each criterion is told by its name, in the order they are shown in", () => {
  expect(Object.entries(eachOfCriteria((name) => name))).toEqual(CRITERIA.map((name) => [name, name]));
});
