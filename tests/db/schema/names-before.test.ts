import { expect, test } from "vitest";
import { asNamed } from "#db/change/actor.ts";
import { listHistory } from "#db/change/history.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { markPassage } from "#db/evidence/passages.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { createForecast } from "#db/forecasts/create.ts";
import { setReview } from "#db/forecasts/reviews.ts";
import { withdrawForecast } from "#db/forecasts/withdraw.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { createSourceWithText, findDocumentFacts } from "#db/sources/document.ts";
import type { Store } from "#db/store.ts";
import { giveVerdict } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { connectTo, dump, engine, type Held, openAt, seededStore } from "../../support/any-store.ts";
import { AGENTIC, judgement, link, UNDATED, value } from "../../support/changes.ts";
import { aDraft, aSource } from "../../support/forecast-drafts.ts";
import { NAMED, withNames } from "../../support/named-columns.ts";
import { MOMENT, NOW, TODAY } from "../../support/seeded.ts";
import { undoNewestSteps } from "../../support/version-before.ts";
import { page, visit } from "../../support/visits.ts";

const SOURCE = "a-source";
const FORECAST = "a-forecast";

/** Does whatever is recorded with a name, each by another person, and by one of them twice. */
async function doEverything(held: Held): Promise<void> {
  const saidOn = day("2026-11-01");
  const text = { kept: { format: "plain" as const, text: "One two.", times: [] }, saidOn };
  const { id } = await held.store.write(async (tx) => {
    const as = (name: string | null) => asNamed(tx, name);
    value(await createSourceWithText(as("王小明"), { ...aSource, slug: SOURCE }, text, MOMENT));
    value(await createForecast(as("Ben"), aDraft({ slug: FORECAST }), MOMENT));
    value(await withdrawForecast(as("o'Hara"), FORECAST, "Twice.", MOMENT));
    const logged = await logEvidence(as("Chen"), AGENTIC, link(), MOMENT, { visitAt: NOW });
    const other = link({ url: "https://example.org/other" });
    const { entry } = value(await logEvidence(as(null), AGENTIC, other, MOMENT));
    value(await withdrawEvidence(as("ben"), entry.id, "Not about it.", MOMENT));
    const first = value(await giveVerdict(as("Judge"), AGENTIC, judgement(), MOMENT));
    const again = judgement({ replaces: first.id, replacesReason: "A slip." });
    value(await giveVerdict(as("Ben"), AGENTIC, again, MOMENT));
    value(await setReview(as("Reviewer"), UNDATED, { reviewOn: day("2028-01-01"), note: "N" }, MOMENT));
    return value(logged).entry;
  });
  await visit(held, NOW, page("Words."));
  await held.store.write(async (tx) => {
    const copyId = (await findEvidence(tx, id))?.link?.copyId ?? "";
    value(await markPassage(asNamed(tx, "Marker"), id, { copyId, startsAt: 0, endsAt: 5 }, NOW));
  });
}

/** All that shows a name. */
async function shownIn({ read }: Store) {
  return {
    forecasts: await Promise.all([AGENTIC, FORECAST, UNDATED].map((slug) => findForecast(read, slug, TODAY))),
    history: await listHistory(read, { limit: 500 }),
    parts: await listHistory(read, { limit: 500, forecast: AGENTIC }),
    text: await findDocumentFacts(read, SOURCE),
  };
}

test("every name of a database from before there were actors is shown as it was", async () => {
  const held = await seededStore();
  await doEverything(held);
  const shown = await shownIn(held.store);
  await held.store.close();
  const connection = await connectTo(held.place);
  await undoNewestSteps(connection, engine.name === "sqlite");
  const before = await dump(held.place);
  for (const [table, columns] of Object.entries(NAMED)) {
    for (const column of columns) {
      const names = (before[table] ?? []).map((row) => row[column]).filter((name) => name !== null);
      expect(names.length, `${table}.${column}`).toBeGreaterThan(0);
    }
  }

  await engine.prepare(held.place, () => Promise.reject(new Error("filled again")));
  const { actors = [], ...after } = await dump(held.place);
  expect(actors.map(({ name }) => name).toSorted()).toEqual(
    ["Ben", "Chen", "Hindcast", "Judge", "Marker", "Reviewer", "ben", "o'Hara", "王小明"].toSorted(),
  );
  for (const { id, kind } of actors)
    expect([id, kind]).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      "person",
    ]);
  const named = withNames({ ...after, actors });
  for (const table of Object.keys(NAMED).filter((name) => name !== "evidence"))
    expect(named[table]).toEqual(before[table]);
  expect(named.evidence).toMatchObject(before.evidence ?? []);
  expect(await shownIn(await openAt(held.place))).toEqual(shown);
  await expect(connection.run("update history set reason = 'another'")).rejects.toThrow(/only added to/);
});
