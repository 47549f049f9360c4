import { beforeEach, expect, test } from "vitest";
import { asNamed } from "#db/change/actor.ts";
import { listReviews, setReview } from "#db/forecasts/reviews.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import type { Writer } from "#db/store.ts";
import { giveVerdict } from "#db/verdicts/give.ts";
import { type Day, day } from "#domain/day.ts";
import { seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, expectRefused, judgement, UNDATED, value } from "../../support/changes.ts";
import { MOMENT, NOW, TODAY } from "../../support/seeded.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const NEXT = day("2027-12-31");
const review =
  (reviewOn: Day, slug = UNDATED) =>
  (tx: Writer) =>
    setReview(tx, slug, { reviewOn, note: "Still getting sparser." }, MOMENT);

test("a review sets the next date, keeps the note, and writes one history entry", async () => {
  const { answer, entries, touched } = await change(db, review(NEXT));
  const record = value(answer);
  const note = "Still getting sparser.";
  expect(record).toMatchObject({ forecast: UNDATED, reviewOn: NEXT, note, recordedAt: NOW, by: "Ada" });
  expect(entries).toEqual([
    {
      ...{ action: "review-set", by: "Ada", reason: note, subject: record.id },
      ...{ before: { reviewOn: "2026-12-31" }, after: { reviewOn: NEXT } },
    },
  ]);
  expect(touched).toEqual(["forecasts", "history", "reviews"]);
  expect(await listReviews(db.store.read, UNDATED)).toEqual([record]);
});

test("a forecast whose review date is reached is watched again once the next one is set", async () => {
  const reached = { now: NOW, today: day("2026-12-31") };
  const status = async () => (await findForecast(db.store.read, UNDATED, reached.today))?.status;
  expect(await status()).toBe("review");
  await db.store.write(review(NEXT));
  expect(await status()).toBe("watching");
});

test("reviews are kept one after another, the newest first", async () => {
  await db.store.write(review(NEXT));
  const later = { now: new Date(NOW.getTime() + 1), today: TODAY };
  const draft = { reviewOn: day("2028-12-31"), note: "Again." };
  await db.store.write((tx) => setReview(asNamed(tx, null), UNDATED, draft, later));
  expect(await listReviews(db.store.read, UNDATED)).toMatchObject([
    { previousReviewOn: NEXT, reviewOn: "2028-12-31", note: "Again.", by: null },
    { previousReviewOn: "2026-12-31", reviewOn: NEXT },
  ]);
});

test("a review is refused where it cannot be", async () => {
  const fault = (code: string) => ({ kind: "invalid", faults: [{ field: "reviewOn", code }] });
  await expectRefused(db, review(TODAY), fault("review-not-ahead"));
  await expectRefused(db, review(NEXT, AGENTIC), fault("review-has-due-date"));
  await expectRefused(db, review(NEXT, "no-such-forecast"), { kind: "not-found" });
  await db.store.write((tx) => giveVerdict(tx, UNDATED, judgement(), MOMENT));
  await expectRefused(db, review(NEXT), { kind: "conflict", code: "forecast-resolved" });
});
