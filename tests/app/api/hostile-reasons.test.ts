import { describe, it } from "vitest";
import { AGENTIC, type Answered, post, serveSeededDatabase } from "./api.ts";
import { anEvidenceIdOf, aVerdict } from "./bodies.ts";
import {
  badDays,
  badOptionalTexts,
  badTexts,
  bodiesWith,
  expectRefused,
  unknownFields,
  withField,
} from "./hostile-values.ts";

serveSeededDatabase();

const because = { reason: "given too early" };
const withdrawals: [string, (body: unknown) => Promise<Answered>][] = [
  ["evidence", async (body) => post(`/evidence/${await anEvidenceIdOf()}/withdrawal`, body)],
  [
    "verdict",
    async (body) => post(`/forecasts/${AGENTIC}/verdicts/${await aGivenVerdict()}/withdrawal`, body),
  ],
];

/** The standing verdict's id; the first to ask gives it. */
async function aGivenVerdict(): Promise<string> {
  const { body } = await post(`/forecasts/${AGENTIC}/verdicts`, aVerdict);
  return body.id ?? body.current.id;
}

describe.each(withdrawals)("withdrawing %s refuses, stores nothing, and names the field", (_, withdraw) => {
  it.each(bodiesWith(because, { reason: badTexts(2000), by: badOptionalTexts(80) }))(
    "%s: %s",
    async (field, _, body) => {
      await aGivenVerdict();
      await expectRefused(field, () => withdraw(body));
    },
  );

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await aGivenVerdict();
    await expectRefused(field, () => withdraw(withField(because, field)));
  });
});

describe("POST reviews refuses, stores nothing, and names the field", () => {
  const review = { reviewOn: "2027-06-01", note: "Looked; still apart." };
  const path = "/forecasts/moe-ever-sparser/reviews";

  it.each(
    bodiesWith(review, {
      reviewOn: { ...badDays, null: null, today: "2026-11-23", "a day past": "2026-01-01" },
      note: badTexts(2000),
      by: badOptionalTexts(80),
    }),
  )("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post(path, body));
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, () => post(path, withField(review, field)));
  });
});
