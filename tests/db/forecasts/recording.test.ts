import { beforeEach, describe, expect, test } from "vitest";
import { createForecast, createForecasts } from "#db/forecasts/create.ts";
import type { ForecastDraft } from "#db/forecasts/draft.ts";
import { createLadder, type RungDraft } from "#db/forecasts/ladder.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { findSource } from "#db/lists/sources.ts";
import { findSpeaker } from "#db/lists/speakers.ts";
import { createSource } from "#db/sources/create.ts";
import { createSpeaker } from "#db/sources/create-speaker.ts";
import type { Writer } from "#db/store.ts";
import { day } from "#domain/day.ts";
import type { Result } from "#domain/result.ts";
import { dump, type Held, seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, value } from "../../support/changes.ts";
import { aDraft, aSource, aSpeaker, NOWHERE, SOURCE } from "../../support/forecast-drafts.ts";
import { MOMENT, TODAY } from "../../support/seeded.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const create = (draft: ForecastDraft) => (tx: Writer) => createForecast(tx, draft, MOMENT);
const recorded = async (draft = aDraft()) => value(await db.store.write(create(draft)));
const find = async (slug: string) => {
  const found = await findForecast(db.store.read, slug, TODAY);
  if (found === undefined) throw new Error(`${slug} is not on record`);
  return found;
};

/** Runs a change as the app runs one of several parts; it must be refused for this reason and leave nothing. */
async function expectRefused<T, E>(make: (tx: Writer) => Promise<Result<T, E>>, error: unknown) {
  const before = await dump(db.place);
  expect(await db.store.write(make)).toMatchObject({ ok: false, error });
  expect(await dump(db.place)).toEqual(before);
}
const faulty = (fault: unknown) => ({ kind: "invalid", faults: [fault] });

describe("recording a forecast", () => {
  test("works the window out, makes a slug of the claim, and writes one history entry", async () => {
    const { answer, entries, touched } = await change(db, create(aDraft()));
    const { slug } = value(answer);
    expect(slug).toBe("robots-fold-laundry-in-half-of-all-homes");
    expect(await find(slug)).toMatchObject({
      ...{ dueFrom: "2026-11-01", dueBy: "2028-11-01", status: "open", revision: 0, withdrawal: null },
      ...{ tags: ["robots"], recordedLate: true, horizon: { words: "within two years" } },
      criteria: { trueIf: { en: "Half of all homes have one.", "zh-Hant": null } },
    });
    expect(entries).toMatchObject([
      {
        action: "forecast-recorded",
        by: "Ada",
        after: {
          ...{ slug, "claim.en": aDraft().claim.en, "trueIf.en": "Half of all homes have one." },
          ...{ dueFrom: "2026-11-01", dueBy: "2028-11-01", tags: ["robots"], source: SOURCE },
        },
      },
    ]);
    expect(Object.keys(entries[0]?.after)).not.toContain("claim.zh-Hant");
    expect(touched).toEqual(["forecast_tags", "forecast_texts", "forecasts", "history", "search_entries"]);
  });

  test("the same claim twice gets two slugs, and a Chinese one is read in Chinese", async () => {
    const [first, second] = [await recorded(), await recorded()];
    expect(second.slug).toBe(`${first.slug}-2`);
    const chinese = aDraft({
      claim: { en: null, "zh-Hant": "兩年內，機器人會摺衣服" },
      ...{ lang: "zh-Hant", horizon: "兩年內", quote: "兩年內就會摺了" },
    });
    const { slug } = await recorded(chinese);
    expect(slug).toBe("兩年內-機器人會摺衣服");
    expect(await find(slug)).toMatchObject({ dueFrom: "2026-11-01", dueBy: "2028-11-01" });
  });

  test("before its window opens it is not late", async () => {
    const draft = aDraft({ horizon: "in the second half of 2027", quote: "In the second half of 2027." });
    expect(await find((await recorded(draft)).slug)).toMatchObject({
      ...{ dueFrom: "2027-07-01", recordedLate: false, status: "upcoming" },
    });
  });

  test("words from elsewhere take a note, and are not told as quoted", async () => {
    const horizonNote = { en: "He was asked about 2030.", "zh-Hant": null };
    const { slug } = await recorded(aDraft({ horizon: "by 2030", horizonNote }));
    expect((await find(slug)).horizon).toMatchObject({ words: "by 2030", isQuoted: false });
    expect((await find((await recorded()).slug)).horizon).toMatchObject({ isQuoted: true });
  });

  test("a new source and speaker come with it, each with its own history entry", async () => {
    const draft = aDraft({ source: aSource, speaker: aSpeaker });
    const { entries } = await change(db, create(draft));
    const actions = entries.map(({ action }) => action);
    expect(actions).toEqual(["source-recorded", "speaker-recorded", "forecast-recorded"]);
    expect(await findSource(db.store.read, "robots-at-home", TODAY)).toMatchObject({
      publisher: "Example",
      standing: { forecasts: 1, recordedLate: { forecasts: 1 } },
    });
    expect(await findSpeaker(db.store.read, "zoe-ng", TODAY)).toMatchObject({
      name: { en: "Zoë Ng", "zh-Hant": "吳" },
      role: { en: "Engineer", "zh-Hant": null },
    });
  });

  test("relations lead to others, each once", async () => {
    const relations = [
      { kind: "follows" as const, to: AGENTIC },
      { kind: "follows" as const, to: AGENTIC },
    ];
    const { slug } = await recorded(aDraft({ relations }));
    expect((await find(slug)).relations).toMatchObject([{ kind: "follows", direction: "to", slug: AGENTIC }]);
  });

  test.each<[string, Partial<ForecastDraft>, object]>([
    ["a source that there is not", { source: "none" }, { field: "source", code: "not-on-record" }],
    ["a speaker who is not there", { speaker: "none" }, { field: "speaker", code: "not-on-record" }],
    [
      "a relation to nothing",
      { relations: [{ kind: "related", to: "none" }] },
      { field: "relations", code: "no-such-forecast" },
    ],
    ["words said tomorrow", { saidOn: day("2026-11-24") }, { field: "saidOn", code: "said-in-future" }],
    [
      "a review date beside a last day",
      { reviewOn: day("2027-01-01") },
      { field: "reviewOn", code: "review-has-due-date" },
    ],
    [
      "a review date before it was said",
      { horizon: "soon", quote: "Soon.", reviewOn: day("2026-11-01") },
      { field: "reviewOn", code: "review-before-said" },
    ],
    [
      "another window without a note",
      { dueFrom: day("2027-01-01"), dueBy: day("2027-12-31") },
      { field: "horizonNote", code: "overruling-needs-note" },
    ],
    [
      "words that nobody said in it, without a note",
      { horizon: "by 2030" },
      { field: "horizonNote", code: "wording-needs-note" },
    ],
    ["words without a time", { horizon: "when pigs fly" }, { field: "horizon", code: "horizon-unread" }],
    [
      "a source of tomorrow",
      { source: { ...aSource, publishedOn: day("2026-11-24") } },
      { field: "newSource.publishedOn", code: "published-in-future", day: TODAY },
    ],
  ])("is refused for %s, and then its new source and speaker stay away too", async (_, changes, fault) => {
    await expectRefused(create(aDraft({ speaker: aSpeaker, ...changes })), faulty(fault));
  });

  test("is refused for a new source whose link is on record, which comes back", async () => {
    await recorded(aDraft({ source: aSource }));
    await expectRefused(create(aDraft({ speaker: aSpeaker, source: { ...aSource, title: "Again" } })), {
      ...{ kind: "conflict", code: "source-exists", current: { slug: "robots-at-home" } },
    });
  });

  test("keeps an overruled window with its note", async () => {
    const horizonNote = { en: "He says later which years he means.", "zh-Hant": null };
    const draft = aDraft({ dueFrom: day("2027-01-01"), dueBy: day("2027-12-31"), horizonNote });
    expect(await find((await recorded(draft)).slug)).toMatchObject({
      ...{ dueFrom: "2027-01-01", dueBy: "2027-12-31", horizon: { note: horizonNote } },
    });
  });
});

describe("recording several at once", () => {
  const several = (drafts: readonly ForecastDraft[]) => (tx: Writer) => createForecasts(tx, drafts, MOMENT);

  test("all of them, and one may relate to another of them by its place", async () => {
    const drafts = [aDraft(), aDraft({ relations: [{ kind: "restates", to: 0 }] })];
    const [first, second] = value(await db.store.write(several(drafts)));
    const { relations } = await find(second?.slug ?? "");
    expect(relations).toMatchObject([{ kind: "restates", direction: "to", slug: first?.slug }]);
  });

  test("or none of them: the refusal says which one it is", async () => {
    const drafts = [aDraft(), aDraft(), aDraft({ speaker: "none" })];
    await expectRefused(several(drafts), {
      ...faulty({ field: "speaker", code: "not-on-record" }),
      place: 2,
    });
  });
});

describe("a ladder", () => {
  const ladder = (draft: ForecastDraft, rungs: readonly (string | RungDraft)[]) => (tx: Writer) =>
    createLadder(
      tx,
      draft,
      rungs.map((rung) => (typeof rung === "string" ? { horizon: rung, horizonNote: NOWHERE } : rung)),
      MOMENT,
    );

  test("is the same claim at several dates, each beside the first", async () => {
    const draft = aDraft({
      claim: { en: "Robots fold laundry by 2028.", "zh-Hant": "機器人摺衣服" },
      ...{ horizon: "by 2028", quote: "Some by 2028, more by 2030, all by 2035." },
      ...{ source: aSource, speaker: aSpeaker },
    });
    const { answer, entries } = await change(db, ladder(draft, ["by 2030", "by 2035"]));
    const { first, others } = value(answer);
    expect(others).toHaveLength(2);
    expect(entries.filter(({ action }) => action === "source-recorded")).toHaveLength(1);
    const rungs = await Promise.all(others.map(({ slug }) => find(slug)));
    expect(rungs.map(({ claim, dueBy }) => [claim.en, claim["zh-Hant"], dueBy])).toEqual([
      ["Robots fold laundry by 2030.", "機器人摺衣服", "2030-12-31"],
      ["Robots fold laundry by 2035.", "機器人摺衣服", "2035-12-31"],
    ]);
    for (const { relations } of rungs) {
      expect(relations).toMatchObject([{ slug: first.slug, window: { dueBy: "2028-12-31" } }]);
    }
  });

  test.each([
    [
      "a line without a time",
      ["by 2030", "when pigs fly"],
      { code: "rung-unread", accepted: ["when pigs fly"] },
    ],
    ["a line that points nowhere", ["soon"], { code: "rung-unread", accepted: ["soon"] }],
  ])("is refused for %s", async (_, rungs, fault) => {
    const draft = aDraft({ source: aSource });
    await expectRefused(ladder(draft, rungs), faulty({ field: "ladder", ...fault }));
  });

  const BOTH = {
    claim: { en: "Robots fold laundry by 2028.", "zh-Hant": "2028年底前機器人摺衣服" },
    ...{ horizon: "by 2028", quote: "Some by 2028, more by 2030, all by 2035." },
  };

  test("is refused where a text would still name the time of the first", async () => {
    const fault = {
      code: "rung-keeps-date",
      accepted: ["by 2030 (claim.zh-Hant)", "by 2035 (claim.zh-Hant)"],
    };
    await expectRefused(ladder(aDraft({ ...BOTH, source: aSource }), ["by 2030", "by 2035"]), {
      ...faulty({ field: "ladder", ...fault }),
    });
  });

  test("says what was written for each date, with a note of its own", async () => {
    const rung: RungDraft = {
      horizon: "by 2040",
      claim: { "zh-Hant": "2040年底前機器人摺衣服" },
      horizonNote: { en: "He was asked about 2040.", "zh-Hant": null },
    };
    const { others } = value(await db.store.write(ladder(aDraft(BOTH), [rung])));
    const [other] = await Promise.all(others.map(({ slug }) => find(slug)));
    expect(other).toMatchObject({
      claim: { en: "Robots fold laundry by 2040.", "zh-Hant": "2040年底前機器人摺衣服" },
      ...{ dueBy: "2040-12-31", horizon: { words: "by 2040", note: rung.horizonNote } },
    });
    await expectRefused(ladder(aDraft({ ...BOTH, source: aSource }), [{ ...rung, horizonNote: NOWHERE }]), {
      ...faulty({ field: "ladder", code: "rung-needs-note", accepted: ["by 2040"] }),
    });
  });

  const note = { en: "He was asked about it.", "zh-Hant": null };
  const denied = {
    claim: { en: "Robots won't fold laundry by 2030.", "zh-Hant": null },
    ...{ quote: "Robots won't fold laundry by 2030. By 2040, they do.", horizon: "by 2030", negative: null },
  };

  test("of what will not happen is that at each of its dates, wherever the words of the others are from", async () => {
    const rung = { horizon: "by 2035", horizonNote: note };
    const { first, others } = value(await db.store.write(ladder(aDraft(denied), [rung])));
    const both = await Promise.all([first, ...others].map(({ slug }) => find(slug)));
    expect(both.map(({ claim, negative }) => [claim.en, negative])).toEqual([
      ["Robots won't fold laundry by 2030.", true],
      ["Robots won't fold laundry by 2035.", true],
    ]);
  });

  test("takes a note for words that are said the other way round than the first ones", async () => {
    const draft = aDraft({ ...denied, source: aSource });
    const fault = { field: "ladder", code: "rung-turned-round", accepted: ["By 2040"] };
    await expectRefused(ladder(draft, ["By 2040"]), faulty(fault));
    const { others } = value(
      await db.store.write(ladder(draft, [{ horizon: "By 2040", horizonNote: note }])),
    );
    expect(await find(others[0]?.slug ?? "")).toMatchObject({ negative: true, horizon: { note } });
  });

  test("is refused where the first has no words for its time", async () => {
    const fault = { field: "ladder", code: "ladder-without-horizon" };
    await expectRefused(ladder(aDraft({ horizon: null }), ["by 2030"]), faulty(fault));
  });
});

test("a source and a speaker can be recorded by themselves", async () => {
  const source = value(await db.store.write((tx) => createSource(tx, aSource, MOMENT)));
  const zh = { name: { en: null, "zh-Hant": "王小明" }, role: { en: "Engineer", "zh-Hant": null } };
  const speaker = await db.store.write((tx) => createSpeaker(tx, zh, MOMENT));
  expect([source.slug, speaker.slug]).toEqual(["robots-at-home", "王小明"]);
  const again = await db.store.write((tx) => createSpeaker(tx, { ...zh, role: NOWHERE }, MOMENT));
  expect(again.slug).toBe("王小明-2");
  expect(await findSpeaker(db.store.read, "王小明", TODAY)).toMatchObject({
    name: { en: "王小明", "zh-Hant": "王小明" },
    role: { en: "Engineer", "zh-Hant": null },
  });
});
