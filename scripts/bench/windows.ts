import { type Day, daysAfter, daysBetween } from "#domain/day.ts";
import type { Outcome } from "#domain/vocabulary.ts";
import type { DueWindow } from "#domain/window.ts";
import type { Random } from "./random.ts";

/** The days around a day, each worked out once: a large data set names the same few thousand again and again. */
export function daysAround(today: Day): (offset: number) => Day {
  const known = new Map<number, Day>();
  return (offset) => {
    const found = known.get(offset) ?? daysAfter(today, offset);
    known.set(offset, found);
    return found;
  };
}

export interface Timed extends DueWindow {
  readonly saidOn: Day;
  readonly reviewOn: Day | null;
  /** How likely it is that a verdict stands. */
  readonly judged: number;
}

/** How many of a thousand forecasts are of each kind, in days from today. */
export function timed(random: Random, at: (offset: number) => Day): Timed {
  const roll = random.between(1, 1000);
  const none = { dueFrom: null, dueBy: null, graceBy: null, reviewOn: null };
  if (roll <= 400) {
    const due = -random.between(1, 2200);
    const from = due - random.pick([0, 90, 365, 730]);
    const grace = random.chance(0.15) && due < -200 ? at(due + random.between(30, 180)) : null;
    const said = at(from - random.between(0, 900));
    return { ...none, saidOn: said, dueFrom: at(from), dueBy: at(due), graceBy: grace, judged: 0.88 };
  }
  if (roll <= 430) {
    const due = -random.between(1, 120);
    const graceBy = at(random.between(0, 150));
    return { ...none, saidOn: at(due - 700), dueFrom: at(due - 365), dueBy: at(due), graceBy, judged: 0.3 };
  }
  if (roll <= 650) {
    const from = -random.between(0, 600);
    const due = random.between(0, 1500);
    const graceBy = random.chance(0.1) ? at(due + 120) : null;
    const saidOn = at(from - random.between(0, 500));
    return { ...none, saidOn, dueFrom: at(from), dueBy: at(due), graceBy, judged: 0.06 };
  }
  if (roll <= 860) {
    const from = random.between(1, 2600);
    const due = from + random.pick([0, 90, 365, 1095]);
    return { ...none, saidOn: at(-random.between(0, 900)), dueFrom: at(from), dueBy: at(due), judged: 0.01 };
  }
  if (roll <= 960) {
    const review = random.chance(0.8) ? at(random.between(-200, 500)) : null;
    return { ...none, saidOn: at(-random.between(0, 2000)), reviewOn: review, judged: 0.05 };
  }
  const from = random.between(-700, 2600);
  const reviewOn = from <= 0 ? at(random.between(-100, 300)) : null;
  return { ...none, saidOn: at(Math.min(from, 0) - 300), dueFrom: at(from), reviewOn, judged: 0.05 };
}

export interface Judged {
  readonly outcome: Outcome;
  readonly happenedOn: Day | null;
  readonly knownOn: Day;
}

/** A verdict that fits the rules of `domain/verdicts/judgement.ts` for this forecast, given on or before today. */
export function judged(random: Random, forecast: Timed, today: Day): Judged {
  const { saidOn, dueBy, graceBy } = forecast;
  const known = (on: Day) => {
    const later = daysAfter(on, random.between(0, 60));
    return later > today ? today : later;
  };
  const end = graceBy ?? dueBy;
  const over = end !== null && end < today;
  const last = over ? end : today;
  const roll = random.next();
  if (roll < 0.4 || (!over && roll < 0.8)) {
    const happenedOn = daysAfter(saidOn, random.between(0, daysBetween(saidOn, last)));
    return { outcome: roll < 0.3 ? "true" : "partly", happenedOn, knownOn: known(happenedOn) };
  }
  const knownOn = known(last);
  if (over && roll < 0.85) return { outcome: "false", happenedOn: null, knownOn };
  return { outcome: roll < 0.95 ? "unclear" : "void", happenedOn: null, knownOn };
}
