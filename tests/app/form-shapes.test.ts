import { describe, expect, it } from "vitest";
import { EVIDENCE_FORMS } from "#app/_request/forms/evidence-forms.ts";
import { FORECAST_FORMS } from "#app/_request/forms/forecast-forms.ts";

const FORMS = { ...FORECAST_FORMS, ...EVIDENCE_FORMS };

/** A form's fields by how they are typed, in the order of their names. */
function fieldsOf(shape: { readonly [field: string]: string }) {
  const fields = Object.entries(shape).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const byKind = Map.groupBy(fields, ([, kind]) => kind);
  return Object.fromEntries(
    [...byKind].map(([kind, some]) => [kind, some.map(([field]) => field).join(" ")]),
  );
}

const WITH_REASON = { text: "reason", optional: "by" };
const SAID_OF_PAGE = "stance strength summary";

const CRITERIA = ["cannotBeJudgedIf", "falseIf", "finePrint", "partlyIf", "trueIf", "whereToLook"];
const inLanguages = (...names: readonly string[]) =>
  names.flatMap((name) => [`${name}.en`, `${name}.zh-Hant`]).join(" ");
const CLAIM = inLanguages("claim");
const SETTLES = inLanguages(...CRITERIA.map((criterion) => `criteria.${criterion}`));
const NOTE = inLanguages("horizonNote");
const SPEAKER = inLanguages("newSpeaker.name", "newSpeaker.role");

const FORECAST = {
  text: "lang newSource.publisher newSource.title quote saidOn",
  day: "dueBy dueFrom graceBy newSource.publishedOn reviewOn",
  list: "relationKind relationTo",
  tick: "giveGrace undated",
  words: "tags",
};

describe("which fields a form takes, and how they are typed, follows from its operation", () => {
  const shapes = {
    "give-verdict": {
      text: "knownOn outcome rationale",
      day: "happenedOn",
      list: "evidenceIds",
      tick: "alreadyJudgeable",
      number: "revision",
      optional: "by replaces replacesReason withoutEvidenceReason",
    },
    "withdraw-verdict": WITH_REASON,
    "withdraw-forecast": WITH_REASON,
    "restore-forecast": WITH_REASON,
    "withdraw-evidence": WITH_REASON,
    "set-review": { text: "note reviewOn", optional: "by" },
    "log-evidence": {
      text: `publisher ${SAID_OF_PAGE} title url`,
      day: "publishedOn",
      optional: "archiveUrl author by criterion kind",
    },
    "correct-evidence": {
      text: `publisher ${SAID_OF_PAGE} title url`,
      day: "publishedOn",
      number: "revision",
      optional: "archiveUrl author by criterion kind reason",
    },
    "log-elsewhere": { text: SAID_OF_PAGE, optional: "archiveUrl by criterion kind" },
    "request-visit": {},
    "mark-passage": { text: "words", optional: "by" },
    "unmark-passage": { optional: "by" },
    "change-forecast": {
      ...FORECAST,
      number: "revision",
      optional: `by ${CLAIM} confidence ${SETTLES} horizon ${NOTE} negative newSource.kind newSource.url ${SPEAKER} reading reason section source speaker`,
    },
  };

  it.each(Object.entries(shapes))("%s", (name, fields) => {
    const form = Object.entries(FORMS).find(([one]) => one === name)?.[1];
    expect(fieldsOf(form?.shape ?? {})).toEqual(fields);
  });

  it("and a new forecast has those of its other dates", () => {
    const { shape } = FORMS["record-forecast"];
    const isOfDate = ([field]: readonly [string, string]) => /^rung\d+\./.test(field);
    const [ofDates, own] = [true, false].map((is) =>
      Object.fromEntries(Object.entries(shape).filter((one) => isOfDate(one) === is)),
    );
    expect(fieldsOf(own ?? {})).toEqual({
      ...FORECAST,
      lines: "ladder",
      optional: `by ${CLAIM} confidence ${SETTLES} horizon ${NOTE} negative newSource.kind newSource.url ${SPEAKER} reading section source speaker`,
    });
    const ofFirst = Object.entries(ofDates ?? {}).flatMap(([field, kind]) =>
      field.startsWith("rung0.") ? [[field.slice("rung0.".length), kind]] : [],
    );
    expect(fieldsOf(Object.fromEntries(ofFirst))).toEqual({
      text: "words",
      optional: `${CLAIM} ${SETTLES} ${NOTE}`,
    });
    expect(Object.keys(ofDates ?? {})).toHaveLength(20 * ofFirst.length);
  });
});
