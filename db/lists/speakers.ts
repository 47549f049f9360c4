import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Translated } from "#domain/vocabulary.ts";
import { isLive, lateColumn, standing, statusColumn } from "../change/status-filter.ts";
import { translated } from "../change/translated.ts";
import { forecasts, speakers, speakerTexts, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { readNames } from "./forecast-item.ts";
import { type Standing, standings } from "./standing.ts";

export interface SpeakerRecord {
  readonly slug: string;
  readonly name: Translated;
  readonly role: Translated;
  readonly standing: Standing;
}

async function readSpeakers(read: Reader, today: Day, slug?: string): Promise<readonly SpeakerRecord[]> {
  const only = slug === undefined ? undefined : eq(speakers.slug, slug);
  const rows = await read.select().from(speakers).where(only).orderBy(asc(speakers.slug));
  const texts = await read
    .select({ id: speakers.id, lang: speakerTexts.lang, name: speakerTexts.name, role: speakerTexts.role })
    .from(speakerTexts)
    .innerJoin(speakers, eq(speakers.id, speakerTexts.speakerId))
    .where(only);
  const status = statusColumn(today);
  const late = lateColumn();
  const counted = await read
    .select({ id: forecasts.speakerId, status, outcome: verdicts.outcome, late, forecasts: count() })
    .from(forecasts)
    .innerJoin(speakers, eq(speakers.id, forecasts.speakerId))
    .leftJoin(verdicts, standing)
    .where(and(isLive, only))
    .groupBy(forecasts.speakerId, sql`${status}`, verdicts.outcome, sql`${late}`);
  const standingOf = standings(counted);
  const textsById = Map.groupBy(texts, ({ id }) => id);
  return rows.map((row) => {
    const own = textsById.get(row.id) ?? [];
    return {
      slug: row.slug,
      name: translated(own, ({ name }) => name),
      role: translated(own, ({ role }) => role),
      standing: standingOf(row.id),
    };
  });
}

/** Every speaker with how their forecasts stand. */
export const listSpeakers = (read: Reader, today: Day) => readSpeakers(read, today);

/** One speaker, or undefined when there is none of that slug. */
export async function findSpeaker(
  read: Reader,
  slug: string,
  today: Day,
): Promise<SpeakerRecord | undefined> {
  return (await readSpeakers(read, today, slug))[0];
}

/** What every speaker is called, without how their forecasts stand. */
export async function listSpeakerNames(
  read: Reader,
): Promise<readonly Pick<SpeakerRecord, "slug" | "name">[]> {
  const rows = await read.select().from(speakers).orderBy(asc(speakers.slug));
  const names = await readNames(
    read,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, slug }) => ({ slug, name: names.get(id) ?? { en: null, "zh-Hant": null } }));
}

/** Some speakers by name in the order of their slugs, and the one that is chosen already. */
export async function listSpeakerChoices(
  read: Reader,
  most: number,
  chosen = "",
): Promise<readonly Pick<SpeakerRecord, "slug" | "name">[]> {
  const first = await read.select().from(speakers).orderBy(asc(speakers.slug)).limit(most);
  const own = first.some(({ slug }) => slug === chosen)
    ? []
    : await read.select().from(speakers).where(eq(speakers.slug, chosen));
  const rows = [...own, ...first];
  const names = await readNames(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, slug }) => ({ slug, name: names.get(id) ?? { en: null, "zh-Hant": null } }));
}
