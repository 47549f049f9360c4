import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { notFound } from "#db/change/refusal.ts";
import { recordAtOnce } from "#db/forecasts/at-once.ts";
import { changeForecast as changeStored } from "#db/forecasts/change.ts";
import { createLadder } from "#db/forecasts/ladder.ts";
import { restoreForecast as restore, withdrawForecast as withdraw } from "#db/forecasts/withdraw.ts";
import { listForecasts as list } from "#db/lists/forecasts.ts";
import { readFound } from "#db/lists/found.ts";
import { err, ok } from "#domain/result.ts";
import { bySlug, nowhere } from "./addresses.ts";
import { listOf, pageOf, shaped } from "./answer-fields.ts";
import { fieldOfOne } from "./field-error.ts";
import * as field from "./fields.ts";
import {
  findWeighed,
  forecastDetail,
  foundIn,
  foundItem,
  reread,
  type WeighedForecast,
} from "./forecast-answers.ts";
import { forecastInput, forecastPatch, forecastsInput } from "./forecast-input.ts";
import { forecastQuery } from "./forecast-query.ts";
import { change, read } from "./operation.ts";
import { writeCursor } from "./query.ts";
import { namedRecord, storedForecast } from "./stored-forecast.ts";
import { verdict } from "./verdicts.ts";

export const listForecasts = read({
  name: "listForecasts",
  needs: "anyone",
  address: nowhere,
  input: forecastQuery,
  answer: pageOf(foundItem),
  run: async (records, _, query, { moment }) => {
    const { items, nextCursor } = await list(records, query, moment.today);
    const { q } = query.filter;
    const shown = q === undefined ? items : foundIn(items, await readFound(records, items, q));
    return ok({ items: shown, nextCursor: writeCursor(nextCursor) });
  },
});

export const findForecast = read({
  name: "findForecast",
  needs: "anyone",
  address: bySlug,
  input: field.nothing,
  answer: forecastDetail,
  run: async (records, { slug }, _, { moment }) => {
    const found = await findWeighed(records, slug, moment);
    return found === undefined ? notFound : ok(found);
  },
});

/** Puts a forecast on record, with the same claim at other dates. */
export const recordForecast = change({
  name: "recordForecast",
  needs: "contributor",
  address: nowhere,
  input: forecastInput,
  answer: forecastDetail,
  current: namedRecord,
  run: async (tx, _, { draft, ladder, by }, { moment }) => {
    const recorded = await createLadder(asNamed(tx, by), draft, ladder, moment);
    return recorded.ok ? ok(await reread(tx, recorded.value.first.slug, moment)) : recorded;
  },
});

/** Puts several forecasts on record, all of them or none. */
export const recordForecasts = change({
  name: "recordForecasts",
  needs: "contributor",
  address: nowhere,
  input: forecastsInput,
  answer: z.object({ items: listOf(forecastDetail) }),
  current: namedRecord,
  run: async (tx, _, { forecasts, by }, { moment }) => {
    const recorded = await recordAtOnce(asNamed(tx, by), forecasts, moment);
    if (recorded.ok) {
      const items = [];
      for (const { slug } of recorded.value) items.push(await reread(tx, slug, moment));
      return ok({ items });
    }
    const { error } = recorded;
    if (error.kind !== "some-invalid") return err(error);
    const faults = error.of.flatMap(({ place, faults: own }) =>
      own.map((fault) => ({ ...fault, field: fieldOfOne(place, fault.field) })),
    );
    return err({ kind: "invalid", faults } as const);
  },
});

/** A forecast after a change, and whether anything in it is another. */
interface ChangedForecast {
  readonly changed: boolean;
  readonly forecast: WeighedForecast;
}

export const changeForecast = change({
  name: "changeForecast",
  needs: "contributor",
  address: bySlug,
  input: forecastPatch,
  answer: shaped(({ forecast }: ChangedForecast) => forecast, forecastDetail),
  current: z.union([storedForecast, verdict, namedRecord]),
  run: async (tx, { slug }, { patch, by, ...basis }, { moment }) => {
    const changed = await changeStored(asNamed(tx, by), slug, patch, basis, moment);
    return changed.ok
      ? ok({ changed: changed.value.changed, forecast: await reread(tx, slug, moment) })
      : changed;
  },
});

const withReason = z.strictObject({ reason: field.reason, by: field.by });

/** Takes a forecast out of every list and count. */
export const withdrawForecast = change({
  name: "withdrawForecast",
  needs: "contributor",
  address: bySlug,
  input: withReason,
  answer: forecastDetail,
  current: z.null(),
  run: async (tx, { slug }, { reason, by }, { moment }) => {
    const withdrawn = await withdraw(asNamed(tx, by), slug, reason, moment);
    return withdrawn.ok ? ok(await reread(tx, slug, moment)) : withdrawn;
  },
});

/** Puts it back. */
export const restoreForecast = change({
  name: "restoreForecast",
  needs: "contributor",
  address: bySlug,
  input: withReason,
  answer: forecastDetail,
  current: z.null(),
  run: async (tx, { slug }, { reason, by }, { moment }) => {
    const restored = await restore(asNamed(tx, by), slug, reason, moment);
    return restored.ok ? ok(await reread(tx, slug, moment)) : restored;
  },
});
