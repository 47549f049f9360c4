import { sql } from "drizzle-orm";
import { check, id, isOneOf, table, text, uniqueIndex } from "./dialect.ts";

// Who did something.

export const ACTOR_KINDS = ["person", "account", "token", "system"] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * Whoever has changed something, once each: what they did names them by their id, and their name stands here alone, so
 * that it can be erased without touching what they did. None is ever taken away.
 */
export const actors = table(
  "actors",
  {
    id: id(),
    kind: text("kind").$type<ActorKind>().notNull(),
    /** What is shown beside what they did; null once it is erased. */
    name: text("name"),
  },
  (t) => [
    // A person is known by the name that they typed, and by nothing else.
    uniqueIndex("actors_person").on(t.name).where(sql`${t.kind} = 'person'`),
    check("actors_kind", isOneOf(t.kind, ACTOR_KINDS)),
  ],
);

/** The column of who did something; null for nobody in particular. */
export const doneBy = (name: string) => text(name).references(() => actors.id);
