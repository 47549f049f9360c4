import type { sources, sourceTexts, speakers, speakerTexts } from "../../db/schema/tables.ts";
import type { Day } from "../../domain/day.ts";
import { LANGUAGES } from "../../domain/vocabulary.ts";
import type { Random } from "./random.ts";
import { nameOf } from "./words.ts";

export interface People {
  readonly sources: readonly (typeof sources.$inferInsert)[];
  readonly sourceTexts: readonly (typeof sourceTexts.$inferInsert)[];
  readonly speakers: readonly (typeof speakers.$inferInsert)[];
  readonly speakerTexts: readonly (typeof speakerTexts.$inferInsert)[];
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

/** Two hundred speakers and three hundred sources, whatever the size: a small data set has fewer forecasts of each. */
export function people(random: Random, at: (offset: number) => Day): People {
  const spoken = numbers(200).map((number) => ({
    id: random.id(),
    slug: `speaker-${number}`,
    name: nameOf(random, number),
  }));
  const said = numbers(300).map((number) => ({
    id: random.id(),
    slug: `source-${number}`,
    kind: random.pick(["podcast interview", "article", "talk"]),
    title: `Conversation ${number} with ${nameOf(random, number)} on what comes next`,
    titleLang: random.chance(0.7) ? ("en" as const) : ("zh-Hant" as const),
    url: `https://press${number % 40}.example.org/conversations/${number}`,
    publisher: `Press ${number % 40}`,
    lang: random.chance(0.6) ? ("en" as const) : ("zh-Hant" as const),
    publishedOn: random.chance(0.95) ? at(-random.between(0, 3000)) : null,
  }));
  return {
    sources: said,
    sourceTexts: said.flatMap(({ id }, number) =>
      number % 3 === 0
        ? LANGUAGES.map((lang) => ({ sourceId: id, lang, note: `Note ${number} (${lang}).` }))
        : [],
    ),
    speakers: spoken.map(({ id, slug }) => ({ id, slug })),
    speakerTexts: spoken.flatMap(({ id, name }) =>
      LANGUAGES.map((lang) => ({
        speakerId: id,
        lang,
        name: lang === "en" ? name : `${name} 先生`,
        role: lang === "en" ? "Engineer and author" : "工程師、作者",
      })),
    ),
  };
}
