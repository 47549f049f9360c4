import { connectTo, engine } from "./any-store.ts";
import type { Row } from "./engines/engine.ts";

const SOURCE = { id: "s", slug: "s", kind: "talk", title: "T", title_lang: "en", url: "https://e.org" };
const WINDOW = {
  said_on: "2025-01-01",
  due_from: "2026-01-01",
  due_by: "2027-01-01",
  grace_by: "2027-06-01",
};
export const WITHDRAWN = { withdrawn_at: 1, withdrawal_reason: "no" };
export const ENDED = { ended_at: 1, ending: "withdrawn", end_reason: "no" };

/** A row of each table that holds together; what a test changes in it is what the database refuses. */
const SOUND: Record<string, Row> = {
  actors: { id: "a", kind: "person", name: "N" },
  sources: { ...SOURCE, publisher: "P", lang: "en", published_on: "2025-01-01" },
  source_texts: { source_id: "s", lang: "en", note: "N" },
  source_documents: {
    ...{ source_id: "s", format: "plain", text: "T", times: "[]", sha256: "0", said_on: "2025-01-01" },
    recorded_at: 1,
  },
  typed_texts: { id: "t", typed: "{}", typed_at: 1 },
  speakers: { id: "p", slug: "p" },
  speaker_texts: { speaker_id: "p", lang: "en", name: "N", role: null },
  forecasts: {
    ...{ id: "f", slug: "f", source_id: "s", speaker_id: "p", lang: "en", quote: "Q", negative: 0 },
    ...{ ...WINDOW, review_on: null, recorded_at: 1, recorded_on: "2025-01-02", revision: 0 },
    ...{ withdrawn_at: null, withdrawal_reason: null },
  },
  quote_places: { forecast_id: "f", starts_at: 0, ends_at: 1 },
  forecast_texts: { forecast_id: "f", lang: "en", claim: "C" },
  forecast_tags: { forecast_id: "f", tag: "t" },
  relations: { from_id: "f", to_id: "g", kind: "related" },
  pages: { id: "w", link_key: "e.org", title: "T", publisher: "P", published_on: "2025-01-01" },
  page_addresses: { link_key: "e.org", page_id: "w" },
  same_pages: { page_id: "x", same_as_id: "w" },
  evidence: {
    ...{
      id: "e",
      forecast_id: "f",
      page_id: "w",
      url: "https://e.org",
      stance: "supports",
      strength: "weak",
    },
    ...{ summary: "S", recorded_at: 1, withdrawn_at: null, withdrawal_reason: null },
    ...{ kind: "primary", criterion: "trueIf", archive_url: "https://archive.org/e", revision: 1 },
  },
  verdicts: {
    ...{ id: "v", forecast_id: "f", outcome: "true", happened_on: "2026-02-01", known_on: "2026-02-02" },
    ...{
      rationale: "R",
      already_judgeable: 0,
      recorded_at: 1,
      ended_at: null,
      ending: null,
      end_reason: null,
    },
  },
  citations: { verdict_id: "v", evidence_id: "e", forecast_id: "f", revision: 1 },
  reviews: { id: "r", forecast_id: "f", review_on: "2026-01-01", note: "N", recorded_at: 1 },
  contents: { sha256: "0", size: 1, stored_size: 1, text: "T", bytes: Buffer.from([0, 255]) },
  copies: {
    ...{
      id: "c",
      page_id: "w",
      url: "https://e.org",
      final_url: "https://e.org",
      redirects: "[]",
      status: 200,
    },
    ...{ headers: "[]", fetched_at: 1, content_sha256: "0", sha256: "0", size: 1 },
  },
  hosts: { host: "e.org", due_at: 1, lease: "l", leased_until: 1 },
  watches: {
    ...{ page_id: "w", url: "https://e.org", host: "e.org", due_at: 1, attempts: 0, standing: "alive" },
    ...{ since: 1, copy_id: "c", first_copy_id: "c" },
  },
  visits: { id: "y", page_id: "w", at: 1, standing: "alive", copy_id: "c" },
  archived_copies: { page_id: "w", url: "https://archive.org/e", taken_at: 1, asked_at: 1 },
  passages: { evidence_id: "e", copy_id: "c", starts_at: 0, ends_at: 1, words: "T", recorded_at: 1 },
  kept_space: { number: 1, bytes: 1 },
  history: { seq: 10_000, id: "h", at: 1, by: "a", action: "review-set", forecast_id: "f" },
  kept_answers: { scope: "anyone", key: "k", fingerprint: "0".repeat(64), status: 201, made_at: 1 },
};

/** What tells a second row of a table from the first, so that it may stand beside it. */
export const OTHER: Record<string, Row> = {
  actors: { id: "a2", name: "M" },
  sources: { id: "s2", slug: "s2" },
  source_texts: { lang: "zh-Hant" },
  source_documents: { source_id: "q" },
  typed_texts: { id: "t2" },
  speakers: { id: "p2", slug: "p2" },
  speaker_texts: { lang: "zh-Hant" },
  forecasts: { id: "f2", slug: "f2" },
  quote_places: { forecast_id: "g" },
  forecast_texts: { lang: "zh-Hant" },
  forecast_tags: { tag: "t2" },
  relations: { kind: "restates" },
  pages: { id: "w2", link_key: "e.org/2" },
  page_addresses: { link_key: "m.e.org" },
  same_pages: { page_id: "z" },
  evidence: { id: "e3", ...WITHDRAWN },
  verdicts: { id: "v2", ...ENDED },
  citations: { evidence_id: "e2" },
  reviews: { id: "r2" },
  contents: { sha256: "1" },
  copies: { id: "c2" },
  hosts: { host: "f.org" },
  watches: { page_id: "x" },
  visits: { id: "y2" },
  archived_copies: { page_id: "x" },
  passages: { evidence_id: "e2" },
  history: { seq: 10_001, id: "h2" },
  kept_answers: { key: "k2" },
};

const connection = await connectTo(await engine.seeded());

/** Puts a sound row, changed, straight into its table. */
export async function insert(table: string, changes: Row = {}): Promise<void> {
  const row = { ...SOUND[table], ...changes };
  const columns = Object.keys(row).map((column) => `"${column}"`);
  const marks = columns.map((_, i) => `$${i + 1}`).join(", ");
  await connection.run(`insert into ${table} (${columns.join(", ")}) values (${marks})`, Object.values(row));
}

/**
 * Runs where one sound row is in every table, a second source `q`, a second forecast `g` with evidence `e2`, and pages
 * `x` and `z`; afterwards none is.
 */
export async function within(work: () => Promise<void>): Promise<void> {
  await connection.run("begin");
  try {
    for (const table of Object.keys(SOUND)) {
      await insert(table);
      if (table === "sources") await insert(table, { id: "q", slug: "q" });
      if (table === "forecasts") await insert(table, { id: "g", slug: "g" });
      if (table === "pages")
        for (const id of ["x", "z"]) await insert(table, { id, link_key: `e.org/${id}` });
    }
    await insert("evidence", { id: "e2", forecast_id: "g" });
    await work();
  } finally {
    await connection.run("rollback");
  }
}

/** What the database has to say to a statement, which leaves nothing behind; undefined when it takes it. */
export async function refusalOf(statement: () => Promise<void>): Promise<unknown> {
  await connection.run("savepoint before");
  try {
    await statement();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await connection.run("rollback to savepoint before");
  }
}

/** Takes the sound row of a table away. */
export async function remove(table: string): Promise<void> {
  const [key, value] = Object.entries(SOUND[table] ?? {})[0] ?? [];
  await connection.run(`delete from ${table} where ${key} = $1`, [value]);
}
