import { en } from "#messages/en.ts";
import * as bad from "./hostile-values.ts";
import type { Fields } from "./post-form.ts";
import { AGENTIC, evidencePage, forecastPage, UNDATED } from "./server.ts";

/** The forecast with a verdict to withdraw. */
export const RESOLVED = "kernel-2x";

/** A form, what it takes, and what it must not take. */
export interface Form {
  readonly what: string;
  readonly page: () => string;
  readonly button: string;
  /** What it would take. */
  readonly good: Fields;
  readonly hostile: { readonly [field: string]: () => bad.Values };
  /** Whether it can be sent as it is served. */
  readonly takesNothing?: boolean;
}

/** Entries that the tests have logged, known once they have. */
export const ids = { entry: "", elsewhere: "", withdrawn: "" };

const { evidence: e, verdict: v } = en;
const withoutNothing = ({ nothing: _nothing, ...values }: bad.Values) => values;
const REASON: Fields = [
  ["reason", "Because."],
  ["by", "Ada"],
];
const NO_REVISIONS: bad.Values = {
  ...{ "a word": "first", "less than none": "-1", "a fraction": "0.5", "a NUL": "0\u0000" },
  ...{ "it twice": ["0", "0"], "50 KB of digits": "9".repeat(50_000) },
};
const PAGE: Fields = [
  ["url", "https://example.org/new"],
  ["title", 'A <b>title</b> & "more"'],
  ["publisher", "Example"],
  ["author", "Ada L."],
  ["publishedOn", "2026-08-01"],
  ["stance", "context"],
  ["strength", "weak"],
  ["summary", "What it shows,\r\nin lines."],
  ["kind", "maker"],
  ["criterion", "trueIf"],
  ["archiveUrl", "https://archive.example/new"],
  ["by", "Ada"],
];
/** The same of what may be left out. */
const ofOpen = ({ nothing: _nothing, "an empty text": _empty, blanks: _blanks, ...values }: bad.Values) =>
  values;
const ofPage = {
  url: () => bad.badLinks,
  title: () => bad.badTexts(300),
  publisher: () => bad.badTexts(120),
  author: () => bad.badOptionalTexts(200),
  publishedOn: () => bad.badPastDays,
  stance: () => bad.badWords,
  strength: () => bad.badWords,
  summary: () => bad.badTexts(4000),
  ...{ kind: () => ofOpen(bad.badWords), criterion: () => ofOpen(bad.badWords) },
  archiveUrl: () => ofOpen(bad.badLinks),
  by: () => bad.badOptionalTexts(80),
};
const OF_THE_PAGE = ["url", "title", "publisher", "author", "publishedOn"];
const ofReason = { reason: () => bad.badTexts(2000), by: () => bad.badOptionalTexts(80) };

export const forms: readonly Form[] = [
  { what: "log evidence", page: () => forecastPage(AGENTIC), button: e.submit, good: PAGE, hostile: ofPage },
  {
    what: "log a page that was started",
    page: () => `${forecastPage(AGENTIC)}/evidence/new`,
    button: e.submit,
    good: PAGE,
    hostile: ofPage,
  },
  {
    what: "log an entry's page on another forecast",
    page: () => `${evidencePage(ids.entry)}?on=${RESOLVED}`,
    button: en.elsewhere.submit,
    good: PAGE.filter(([field]) => !OF_THE_PAGE.includes(field)),
    hostile: Object.fromEntries(Object.entries(ofPage).filter(([field]) => !OF_THE_PAGE.includes(field))),
  },
  {
    what: "correct evidence",
    page: () => evidencePage(ids.entry),
    button: e.correctSubmit,
    good: [...PAGE, ["revision", "1"], ["reason", "Because."]],
    // A field that is left out is left as it is.
    hostile: {
      ...Object.fromEntries(
        Object.entries(ofPage).map(([field, make]) => [field, () => withoutNothing(make())]),
      ),
      revision: () => NO_REVISIONS,
      reason: () => bad.badOptionalTexts(2000),
    },
  },
  {
    what: "withdraw evidence",
    page: () => evidencePage(ids.entry),
    button: e.withdrawSubmit,
    good: REASON,
    hostile: ofReason,
  },
  {
    what: "give the verdict",
    page: () => forecastPage(AGENTIC),
    button: v.submit,
    good: [
      ["outcome", "partly"],
      ["happenedOn", "2026-08-01"],
      ["knownOn", "2026-11-01"],
      ["rationale", "One of <two>."],
      ["withoutEvidenceReason", "It is known."],
      ["by", "Ada"],
    ],
    hostile: {
      outcome: () => bad.badWords,
      happenedOn: () => bad.badPastDays,
      knownOn: () => ({ ...bad.badPastDays, nothing: null, "an empty text": "" }),
      rationale: () => bad.badTexts(10_000),
      withoutEvidenceReason: () => bad.badTexts(2000),
      evidenceIds: () => ({
        "another forecast's": ids.elsewhere,
        "a withdrawn one": ids.withdrawn,
        "one of its own and another's": [ids.entry, ids.elsewhere],
        "an unknown one": "00000000-0000-4000-8000-000000000000",
        "a NUL": "a\u0000b",
        "an empty text": "",
        "50 KB of text": "x".repeat(50_000),
        "501 of them": Array.from({ length: 501 }, (_, place) => `${place}`),
        "a file": { file: "id.txt", content: ids.entry },
      }),
      replaces: () => ({
        "a NUL": "a\u0000b",
        "50 KB of text": "x".repeat(50_000),
        "it twice": ["a", "b"],
      }),
      revision: () => NO_REVISIONS,
      replacesReason: () => ({ "a reason to replace nothing": "It was wrong." }),
      by: () => bad.badOptionalTexts(80),
    },
  },
  {
    what: "withdraw the verdict",
    page: () => forecastPage(RESOLVED),
    button: v.withdrawSubmit,
    good: REASON,
    hostile: ofReason,
  },
  {
    what: "set the review",
    page: () => forecastPage(UNDATED),
    button: en.review.submit,
    good: [
      ["reviewOn", "2027-05-01"],
      ["note", "Nothing <new>."],
      ["by", "Ada"],
    ],
    hostile: {
      reviewOn: () => bad.badReviewDays,
      note: () => bad.badTexts(2000),
      by: () => bad.badOptionalTexts(80),
    },
  },
];
