import type { HorizonStep } from "../../../domain/horizon.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { writeDay } from "../day.tsx";

/** How a window follows from the words, a sentence a step; what is told apart from the window itself is left out. */
export function stepLines(steps: readonly HorizonStep[], language: Language, m: Messages): readonly string[] {
  const s = m.steps;
  return steps.flatMap((step): readonly string[] => {
    const { words } = step;
    switch (step.rule) {
      case "count":
        return [s.count[step.edge](words, writeDay(step.from, language), writeDay(step.to, language))];
      case "opens-said":
        return [s.opensSaid(writeDay(step.from, language))];
      case "calendar":
        return [s.calendar(words, writeDay(step.from, language), writeDay(step.to, language))];
      case "part":
        return [s.part[step.part](words, writeDay(step.from, language), writeDay(step.to, language))];
      case "next-to-come":
        return [s.nextToCome(words, writeDay(step.from, language), writeDay(step.to, language))];
      case "by":
        return [s.by(words, writeDay(step.to, language))];
      case "before":
        return [s.before(words, writeDay(step.to, language))];
      case "no-earlier":
        return [s.noEarlier(words, writeDay(step.from, language))];
      case "after":
        return [s.after(words, writeDay(step.from, language))];
      case "under-way":
        return [s.underWay(words, writeDay(step.from, language))];
      case "approximate":
      case "negative":
        return [];
      default:
        return step satisfies never;
    }
  });
}
