import { beforeEach, describe, it } from "vitest";
import { page } from "../../support/visits.ts";
import { change, serveSeededDatabase } from "./api.ts";
import {
  badOptionalTexts,
  badTexts,
  bodiesWith,
  expectRefused,
  unknownFields,
  type Values,
  withField,
} from "./hostile-values.ts";
import { keepPage } from "./kept.ts";

serveSeededDatabase();

let kept: Awaited<ReturnType<typeof keepPage>>;
beforeEach(async () => {
  kept = await keepPage(page("What it says."));
});
const put = (body: unknown) => change("PUT", `/evidence/${kept.id}/passage`, body);
const good = { copyId: "", words: "it says" };

const badIds: Values = {
  nothing: undefined,
  null: null,
  "an empty text": "",
  blanks: "  ",
  "a number": 5,
  "a list": ["x"],
  "an object": {},
  "a NUL": "a\u0000b",
  "half a surrogate pair": "a\ud800b",
  "50 KB of text": "x".repeat(50_000),
};
const badPlaces: Values = {
  "below 0": -1,
  "a fraction": 1.5,
  "a huge number": 1e308,
  "beyond any text": 1_000_001,
  "a text": "1",
  yes: true,
  "a list": [1],
};

describe("PUT passage refuses, stores nothing, and names the field", () => {
  const fields = {
    copyId: badIds,
    words: { ...badTexts(5000), "other words": "It rains.", "a pattern": "it.*says" },
    startsAt: badPlaces,
    by: badOptionalTexts(80),
  };
  it.each(bodiesWith(good, fields))("%s: %s", async (field, _, body) => {
    const sent = field === "copyId" ? body : { ...body, copyId: kept.copyId };
    await expectRefused(field, () => put(sent));
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, () => put(withField({ ...good, copyId: kept.copyId }, field)));
  });
});
