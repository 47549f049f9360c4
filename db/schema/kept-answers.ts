import { sql } from "drizzle-orm";
import { check, count, index, instant, primaryKey, table, text } from "./dialect.ts";

// What was answered to who sends something once.

/**
 * The answer to a change that was sent under a key, stored with the change itself, so that who sends it again gets the
 * same answer. No records: gone after a day, and in no history.
 */
export const keptAnswers = table(
  "kept_answers",
  {
    /** Who sent it: within this, a key stands for one change. */
    scope: text("scope").notNull(),
    key: text("key").notNull(),
    /** A hash of what was sent: another change under the same key has another. */
    fingerprint: text("fingerprint").notNull(),
    status: count("status").notNull(),
    location: text("location"),
    /** The text of the answer as it was sent; null where it has none. */
    body: text("body"),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.key] }),
    index("kept_answers_by_time").on(t.madeAt),
    check("kept_answers_key", sql`length(${t.key}) between 1 and 255`),
    check("kept_answers_fingerprint", sql`length(${t.fingerprint}) = 64`),
    // Only what was done is kept: who was refused may send something better under the same key.
    check("kept_answers_status", sql`${t.status} between 200 and 399`),
  ],
);
