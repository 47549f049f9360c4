import { beforeEach, expect, test } from "vitest";
import { type Chosen, recordChosen } from "#db/forecasts/from-text.ts";
import { withdrawForecast } from "#db/forecasts/withdraw.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { listSpeakers } from "#db/lists/speakers.ts";
import type { SpeakerDraft } from "#db/sources/create-speaker.ts";
import { dump, type Held, seededStore } from "../../support/any-store.ts";
import { value } from "../../support/changes.ts";
import { aDraft, aSpeaker, NOWHERE } from "../../support/forecast-drafts.ts";
import { MOMENT, TODAY } from "../../support/seeded.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const { speaker: _, ...draft } = aDraft();
const record = (drafts: Chosen["drafts"], speakers: Chosen["speakers"] = new Map()) =>
  db.store.write((tx) => recordChosen(tx, { drafts, speakers }, MOMENT));

test("a new speaker is one, however many forecasts they made, and none where they made none", async () => {
  const before = await listSpeakers(db.store.read, TODAY);
  const others = { name: { en: "Nobody Chosen", "zh-Hant": null }, role: NOWHERE };
  const made = value(
    await record(
      [
        { ...draft, speaker: 3 },
        { ...draft, speaker: 3 },
        { ...draft, speaker: "tri-dao" },
      ],
      new Map<number, SpeakerDraft>([
        [3, aSpeaker],
        [4, others],
      ]),
    ),
  );
  expect(made).toHaveLength(3);
  const after = await listSpeakers(db.store.read, TODAY);
  expect(after.length - before.length).toBe(1);
  expect(after.find(({ name }) => name.en === "Zoë Ng")?.standing.forecasts).toBe(2);
});

test("one that restates another is a forecast that leads to it", async () => {
  const again = { ...draft, speaker: "tri-dao", relations: [{ kind: "restates" as const, to: 0 }] };
  const [main, restating] = value(await record([{ ...draft, speaker: "tri-dao" }, again]));
  const found = await findForecast(db.store.read, restating?.slug ?? "", TODAY);
  expect(found?.relations).toMatchObject([{ kind: "restates", direction: "to", slug: main?.slug }]);
});

test("a sentence is not put on record twice, unless the first was withdrawn", async () => {
  const other = { ...draft, speaker: "tri-dao", quote: "Robots will cook, too, within two years." };
  const [first] = value(await record([{ ...draft, speaker: "tri-dao" }]));
  const before = await dump(db.place);
  expect(await record([other, { ...draft, speaker: "tri-dao" }])).toMatchObject({
    error: { of: [{ place: 1, faults: [{ field: "take", code: "quote-on-record" }] }] },
  });
  expect(await dump(db.place)).toEqual(before);
  value(await db.store.write((tx) => withdrawForecast(tx, first?.slug ?? "", "R", MOMENT)));
  expect(await record([{ ...draft, speaker: "tri-dao" }])).toMatchObject({ ok: true });
});

test("where one is refused, none is kept, and the faults of all are told", async () => {
  const before = await dump(db.place);
  const past = { ...draft, speaker: 0, horizon: "by 2020" };
  const unread = { ...draft, speaker: 0, horizon: "when pigs fly" };
  const refused = await record([{ ...draft, speaker: 0 }, past, unread], new Map([[0, aSpeaker]]));
  expect(refused).toMatchObject({
    error: {
      kind: "some-invalid",
      of: [
        { place: 1, faults: [{ field: "horizon", code: "horizon-past" }] },
        { place: 2, faults: [{ field: "horizon", code: "horizon-unread" }] },
      ],
    },
  });
  const lost = await record(
    [
      { ...draft, speaker: 0 },
      { ...draft, speaker: "nobody" },
    ],
    new Map([[0, aSpeaker]]),
  );
  expect(lost).toMatchObject({
    error: { of: [{ place: 1, faults: [{ field: "speaker", code: "not-on-record" }] }] },
  });
  expect(await dump(db.place)).toEqual(before);
});
