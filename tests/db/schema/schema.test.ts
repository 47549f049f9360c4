import { describe, expect, test } from "vitest";
import { engine } from "../../support/any-store.ts";
import type { Row } from "../../support/engines/engine.ts";
import { NAMED } from "../../support/named-columns.ts";
import { ENDED, insert, OTHER, refusalOf, remove, within } from "../../support/sound-rows.ts";

const IMPOSSIBLE_DAYS = [
  "2026-1-1",
  "2026-13-1",
  "2026-01-41",
  "2026-21-01",
  "20260101",
  "10000-01-01",
  "soon",
  "",
];
const DAYS = [
  ["sources", "published_on"],
  ["source_documents", "said_on"],
  ["forecasts", "said_on"],
  ["forecasts", "due_from"],
  ["forecasts", "due_by"],
  ["forecasts", "grace_by"],
  ["forecasts", "review_on"],
  ["forecasts", "recorded_on"],
  ["pages", "published_on"],
  ["verdicts", "happened_on"],
  ["verdicts", "known_on"],
  ["reviews", "review_on"],
] as const;

const WORDS: readonly [string, string, string][] = [
  ["sources", "lang", "zh"],
  ["sources", "title_lang", "zh-TW"],
  ["source_texts", "lang", "fr"],
  ["source_documents", "format", "html"],
  ["speaker_texts", "lang", "EN"],
  ["forecasts", "lang", "zh-hant"],
  ["forecast_texts", "lang", ""],
  ["relations", "kind", "part-of"],
  ["evidence", "stance", "for"],
  ["evidence", "strength", "medium"],
  ["evidence", "kind", "blog"],
  ["evidence", "criterion", "whereToLook"],
  ["watches", "standing", "dead"],
  ["visits", "standing", ""],
  ["verdicts", "outcome", "maybe"],
  ["history", "action", "deleted"],
  ["actors", "kind", "robot"],
];

const CHECKS: readonly [string, string, Row][] = [
  ["a window that opens before it was said", "forecasts", { due_from: "2024-12-31" }],
  ["a window that closes before it opens", "forecasts", { due_by: "2025-12-31", grace_by: null }],
  ["a last day without a first", "forecasts", { due_from: null, grace_by: null }],
  ["grace without a last day", "forecasts", { due_by: null }],
  ["grace that ends on the last day", "forecasts", { grace_by: "2027-01-01" }],
  ["a javascript: link", "evidence", { url: "javascript:alert(1)//https://e.org" }],
  ["a data: link", "evidence", { url: "data:text/html,x" }],
  ["an ftp link", "evidence", { url: "ftp://e.org" }],
  ["a link without a scheme", "evidence", { url: "e.org" }],
  ["an archive that is no http link", "evidence", { archive_url: "javascript:alert(1)//http://" }],
  ["evidence before its first revision", "evidence", { revision: 0 }],
  ["a citation of what was before the first revision", "citations", { evidence_id: "e2", revision: 0 }],
  ["a page that is the same as itself", "same_pages", { same_as_id: "z" }],
  ["a copy of one hash with the content of another", "copies", { sha256: "1" }],
  ["a lease without an end", "hosts", { leased_until: null }],
  ["an end without a lease", "hosts", { lease: null }],
  ["a newest copy without a first", "watches", { first_copy_id: null }],
  ["an archive's copy that is no http link", "archived_copies", { url: "javascript:alert(1)//http://" }],
  ["an archive's copy without a time", "archived_copies", { taken_at: null }],
  ["the time of a copy that an archive has not", "archived_copies", { url: null }],
  ["a passage that ends where it starts", "passages", { starts_at: 1 }],
  ["a passage before the text", "passages", { starts_at: -1 }],
  ["a second count of the space", "kept_space", { number: 2 }],
  ["less than no space", "kept_space", { number: 1, bytes: -1 }],
  ["a content of less than nothing", "contents", { stored_size: -1 }],
  ["a forecast withdrawn without a reason", "forecasts", { withdrawn_at: 1 }],
  ["a reason where no forecast was withdrawn", "forecasts", { withdrawal_reason: "no" }],
  ["a withdrawal without a reason", "evidence", { withdrawal_reason: null }],
  ["a reason without a withdrawal", "evidence", { withdrawn_at: null }],
  ["a verdict known before it happened", "verdicts", { ...ENDED, known_on: "2026-01-31" }],
  ["a verdict that ended without saying how", "verdicts", { ...ENDED, ending: null }],
  ["a verdict that ended without a reason", "verdicts", { ...ENDED, end_reason: null }],
  ["a verdict that ended in no way we know", "verdicts", { ...ENDED, ending: "deleted" }],
  ["a quote that ends where it starts", "quote_places", { starts_at: 5, ends_at: 5 }],
  ["a quote before the text", "quote_places", { starts_at: -1 }],
  ["a forecast that relates to itself", "relations", { to_id: "f" }],
  ["an answer under an empty key", "kept_answers", { key: "" }],
  ["an answer under a key that is too long", "kept_answers", { key: "k".repeat(256) }],
  ["an answer to what has half a hash", "kept_answers", { fingerprint: "0".repeat(32) }],
  ["an answer that refuses", "kept_answers", { status: 409 }],
  ["an answer that is none yet", "kept_answers", { status: 102 }],
];

const TWICE: readonly [string, string, Row][] = [
  ["two people of one name", "actors", { id: "a2" }],
  ["two sources of one slug", "sources", { id: "s2", slug: "s" }],
  ["two speakers of one slug", "speakers", { id: "p2", slug: "p" }],
  ["two forecasts of one slug", "forecasts", { id: "f2", slug: "f" }],
  ["two texts of a source", "source_documents", { text: "another" }],
  ["two pages under one address", "page_addresses", { page_id: "x" }],
  ["two passages of an entry", "passages", { words: "another" }],
  ["two watches of a page", "watches", { url: "https://e.org/2" }],
  ["two archived copies of a page", "archived_copies", { url: "https://archive.org/2" }],
  ["two contents of one hash", "contents", { text: "another" }],
  ["two places of a quote", "quote_places", { starts_at: 5, ends_at: 9 }],
  ["two texts in one language", "forecast_texts", { claim: "another" }],
  ["a tag twice", "forecast_tags", {}],
  ["a relation twice", "relations", {}],
  ["two pages behind one link", "pages", { id: "w2" }],
  ["a page twice on a forecast", "evidence", { id: "e3" }],
  ["two standing verdicts", "verdicts", { id: "v2", outcome: "false" }],
  ["a citation twice", "citations", {}],
  ["two history entries in one place", "history", { id: "h2" }],
  ["two history entries of one id", "history", { seq: 10_001 }],
  ["two answers under one key", "kept_answers", { fingerprint: "1".repeat(64) }],
];

const ORPHANS: readonly (readonly [string, string])[] = [
  ["source_texts", "source_id"],
  ["source_documents", "source_id"],
  ["quote_places", "forecast_id"],
  ["speaker_texts", "speaker_id"],
  ["forecasts", "source_id"],
  ["forecasts", "speaker_id"],
  ["forecast_texts", "forecast_id"],
  ["forecast_tags", "forecast_id"],
  ["relations", "from_id"],
  ["relations", "to_id"],
  ["evidence", "forecast_id"],
  ["evidence", "page_id"],
  ["page_addresses", "page_id"],
  ["same_pages", "page_id"],
  ["same_pages", "same_as_id"],
  ["copies", "page_id"],
  ["watches", "page_id"],
  ["watches", "host"],
  ["watches", "copy_id"],
  ["watches", "first_copy_id"],
  ["visits", "page_id"],
  ["visits", "copy_id"],
  ["archived_copies", "page_id"],
  ["passages", "evidence_id"],
  ["passages", "copy_id"],
  ["verdicts", "forecast_id"],
  ["citations", "verdict_id"],
  ["citations", "evidence_id"],
  ["citations", "forecast_id"],
  ["reviews", "forecast_id"],
  ["history", "forecast_id"],
  ...Object.entries(NAMED).flatMap(([table, columns]) => columns.map((column) => [table, column] as const)),
];

const [CHECK, UNIQUE, FOREIGN_KEY] =
  engine.name === "sqlite"
    ? [
        /^SQLITE_CONSTRAINT_CHECK$/,
        // What keeps the history is asked before its keys are.
        /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|TRIGGER)$/,
        /^SQLITE_CONSTRAINT_FOREIGNKEY$/,
      ]
    : [/^23514$/, /^23505$/, /^23503$/];

async function expectRefused(statement: () => Promise<void>, code: RegExp): Promise<void> {
  expect(await refusalOf(statement)).toMatchObject({ code: expect.stringMatching(code) });
}

const refused = (table: string, changes: Row, code: RegExp) =>
  within(() => expectRefused(() => insert(table, changes), code));

describe("the database itself refuses", () => {
  test.each(DAYS)("in %s.%s what does not have the shape of a day", async (table, column) => {
    await within(async () => {
      for (const text of IMPOSSIBLE_DAYS) {
        await expectRefused(() => insert(table, { ...OTHER[table], [column]: text }), CHECK);
      }
    });
  });

  test.each(WORDS)("in %s.%s the unknown word %j", (table, column, word) =>
    refused(table, { ...OTHER[table], [column]: word }, CHECK),
  );

  test.each(CHECKS)("%s", (_what, table, changes) => refused(table, { ...OTHER[table], ...changes }, CHECK));

  test.each(TWICE)("%s", (_what, table, changes) => refused(table, changes, UNIQUE));

  test.each(ORPHANS)("in %s.%s what points nowhere", (table, column) =>
    refused(table, { ...OTHER[table], [column]: "nowhere" }, FOREIGN_KEY),
  );

  test("a copy of a content that is not kept", () => {
    const nowhere = { ...OTHER.copies, sha256: "nowhere", content_sha256: "nowhere" };
    return refused("copies", nowhere, FOREIGN_KEY);
  });

  test.each([
    ["another forecast's evidence", { evidence_id: "e2", forecast_id: "f" }],
    ["evidence under its own forecast for another's verdict", { evidence_id: "e2", forecast_id: "g" }],
  ])("a verdict that cites %s", (_what, changes) => refused("citations", changes, FOREIGN_KEY));

  test.each([
    "forecasts",
    "pages",
    "evidence",
    "verdicts",
    "speakers",
    "sources",
    "contents",
    "copies",
    "hosts",
    "actors",
  ])("to lose a row of %s that others point at", (table) =>
    within(() => expectRefused(() => remove(table), FOREIGN_KEY)),
  );
});

describe("the database takes", () => {
  test.each(Object.keys(OTHER).filter((table) => table !== "citations"))(
    "a second sound row of %s",
    (table) => within(() => insert(table, OTHER[table])),
  );

  test.each<[string, string, Row]>([
    ["an undated forecast", "forecasts", { due_from: null, due_by: null, grace_by: null }],
    ["a window that never closes", "forecasts", { due_by: null, grace_by: null }],
    [
      "a window of one day, the day it was said",
      "forecasts",
      { due_from: "2025-01-01", due_by: "2025-01-01" },
    ],
    ["a source without a link", "sources", { url: null }],
    ["a link in capitals", "evidence", { url: "HTTPS://E.ORG" }],
    ["a page again once its entry is withdrawn", "evidence", {}],
    ["a verdict after another has ended", "verdicts", {}],
    ["a verdict known on the day itself", "verdicts", { happened_on: "2026-02-02" }],
    [
      "evidence of which nothing more is said",
      "evidence",
      { kind: null, criterion: null, archive_url: null },
    ],
    ["a page that nobody has visited", "watches", { copy_id: null, first_copy_id: null }],
    ["that an archive has no copy", "archived_copies", { url: null, taken_at: null }],
    ["a host that nobody visits", "hosts", { lease: null, leased_until: null }],
    ["a copy of which only the hash is kept", "copies", { content_sha256: null }],
    ["a verdict without a day", "verdicts", { happened_on: null }],
    ["an answer under the longest key", "kept_answers", { key: "k".repeat(255) }],
    ["an answer under a key that somebody else has, too", "kept_answers", { scope: "another", key: "k" }],
    ["an answer that leads on", "kept_answers", { status: 303, location: "/sources/s", body: null }],
    ["a person whose name was erased", "actors", { name: null }],
    ["an account of a person's name", "actors", { kind: "account", name: "N" }],
  ])("%s", (_what, table, changes) => within(() => insert(table, { ...OTHER[table], ...changes })));

  test("two people whose names were erased", () =>
    within(async () => {
      await insert("actors", { id: "a2", name: null });
      await insert("actors", { id: "a3", name: null });
    }));
});
