import type { Day as CalendarDay } from "#domain/day.ts";
import type { HorizonReading, HorizonStep, Reading } from "#domain/horizon/read.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { writeDay } from "./day.ts";

type Parts = readonly string[];
type Write = (on: CalendarDay) => string;

/** One step of how a window follows from the words. */
function stepParts(step: HorizonStep, write: Write, m: Messages["horizon"]): Parts {
  switch (step.rule) {
    case "count":
      return m.count[step.edge](m.span(step.span.months, step.span.days), write(step.to));
    case "opens-said":
      return m.opensSaid(write(step.from));
    case "calendar":
      if (step.from === step.to) return m.day(step.words, write(step.from));
      return m.calendar(step.words, write(step.from), write(step.to));
    case "part":
      return m.part[step.part](step.words, write(step.from), write(step.to));
    case "next-to-come":
      return m.nextToCome(step.words, write(step.from), write(step.to));
    case "by":
      return m.by(step.words, write(step.to));
    case "before":
      return m.before(step.words, write(step.to));
    case "no-earlier":
      return m.noEarlier(write(step.from));
    case "after":
      return m.after(step.words, write(step.from));
    case "two-bounds":
      return m.twoBounds(write(step.from), write(step.to));
    case "under-way":
      return m.underWay(write(step.from));
    case "approximate":
      return step.to === null ? [m.approximateOpen] : m.approximate(write(step.to));
    case "negative":
      return [m.negative];
    default:
      return step satisfies never;
  }
}

function windowParts({ words, steps }: Reading, write: Write, m: Messages["horizon"]): Parts {
  const [first] = steps;
  const head = first?.rule === "count" ? m.counted(words, write(first.from)) : [m.named(words)];
  const said = steps.map((step) => stepParts(step, write, m));
  return [...head, ...said.flatMap((parts, place) => (place === 0 ? parts : [m.next, ...parts]))];
}

/**
 * What was made of horizon words, and by which steps, as a sentence with its days as they are to be shown.
 *
 * @example "'in 2-3 years' from 10 Sep 2025: 2 years = 10 Sep 2027 opens, 3 years = 10 Sep 2028 closes."
 */
function horizonParts(reading: HorizonReading, write: Write, { horizon: m }: Messages): Parts {
  switch (reading.kind) {
    case "window":
      return [...windowParts(reading, write, m), m.end];
    case "vague":
      return [m.named(reading.words), reading.negative ? m.vagueNegative : m.vague, m.end];
    case "past":
      return [m.named(reading.words), m.past, m.end];
    case "unread":
      return [m.named(reading.words), m.unread, m.end];
    case "ambiguous": {
      const ways = reading.readings.map((one) => windowParts(one, write, m));
      return [
        m.named(reading.words),
        m.ambiguous(ways.length),
        ...ways.flatMap((parts, place) => [place === 0 ? m.following : m.otherwise, ...parts]),
        m.end,
      ];
    }
    case "none":
      return [m.none];
    default:
      return reading satisfies never;
  }
}

/** The sentence as plain text. */
export const explainHorizon = (reading: HorizonReading, language: Language, m: Messages): string =>
  horizonParts(reading, (on) => writeDay(on, language), m).join("");
