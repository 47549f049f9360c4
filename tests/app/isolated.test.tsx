import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EvidenceEntry } from "#app/_ui/evidence/evidence-entry.tsx";
import { HistoryEntries } from "#app/_ui/lists/history-list.tsx";
import { Woven } from "#app/_ui/text/isolated.tsx";
import { VerdictText } from "#app/_ui/verdicts/verdict-text.tsx";
import type { HistoryEntry } from "#db/change/history.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { PageRecord } from "#db/pages/record.ts";
import { day } from "#domain/day.ts";
import { unseenIn, woven } from "#domain/unseen.ts";
import { en } from "#messages/en.ts";
import { offersOf } from "#operations/page-offers.ts";

// What older databases hold and nobody may type any more: it ends an isolation, then turns round what follows.
const hostile = (what: string) => `${what}\u2069\u202e nimda yb devorppa`;
const shown = (what: string) => `<bdi>${what}\ufffd\ufffd nimda yb devorppa</bdi>`;
const mark = (character: string, number: string) =>
  `<span class="unseen" role="img" aria-label="${en.unseen(number)}" data-number="${number}">${character}</span>`;
/** Of a longer text, each character that is not seen is a mark. */
const said = (what: string) =>
  `<bdi>${what}${mark("\u2069", "U+2069")}${mark("\u202e", "U+202E")} nimda yb devorppa</bdi>`;
const withoutMarks = (html: string) => html.replace(/<span class="unseen".*?<\/span>/g, "");
const view = { language: "en" as const, m: en, timeZone: "UTC" };

const entry = {
  ...{ id: "e", url: "https://example.org/a", title: hostile("Title"), publisher: hostile("Publisher") },
  ...{ author: hostile("Author"), by: hostile("Ada"), withdrawnBy: hostile("Ben") },
  ...{
    summary: hostile("Summary"),
    publishedOn: null,
    strength: "weak",
    stance: "supports",
    kind: null,
    criterion: null,
  },
  ...{ archiveUrl: null, link: null, recordedAt: new Date(0), withdrawnAt: new Date(0) },
  withdrawalReason: hostile("Reason"),
} as unknown as EvidenceRecord;

describe("what was typed stands apart from what surrounds it", () => {
  test("in an entry of evidence", () => {
    const html = renderToStaticMarkup(<EvidenceEntry entry={entry} fetches {...view} />);
    for (const what of ["Title", "Publisher", "Author", "Ada", "Ben"]) expect(html).toContain(shown(what));
    for (const what of ["Summary", "Reason"]) expect(html).toContain(said(what));
    expect(unseenIn(withoutMarks(html))).toBeNull();
  });

  test("in the history", () => {
    const change = {
      ...{ id: "h", at: new Date(0), by: hostile("Ada"), action: "evidence-corrected", subjectId: "e" },
      ...{
        forecast: { slug: "s", claim: { en: hostile("Claim"), "zh-Hant": null } },
        reason: hostile("Reason"),
      },
      ...{ before: { title: hostile("Before") }, after: { title: hostile("After") } },
    } as unknown as HistoryEntry;
    const html = renderToStaticMarkup(<HistoryEntries entries={[change]} {...view} />);
    for (const what of ["Ada", "Claim", "After"]) expect(html).toContain(shown(what));
    for (const what of ["Reason", "Before", "After"]) expect(html).toContain(said(what));
    expect(unseenIn(withoutMarks(html))).toBeNull();
  });

  test("in a verdict and what it cites", () => {
    const verdict = {
      ...{
        happenedOn: null,
        knownOn: day("2026-11-01"),
        rationale: hostile("Why"),
        against: null,
        by: hostile("Ada"),
      },
      ...{ recordedAt: new Date(0), outcome: "void", timing: { kind: "none", days: 0 } },
      ...{ withoutEvidenceReason: hostile("Because") },
      citations: [{ evidence: "e", revision: 1, changedSince: false, withdrawnSince: false, asCited: null }],
    } as unknown as VerdictRecord;
    const forecast = { evidence: [entry], dueBy: null, graceBy: null } as unknown as ForecastDetail;
    const html = renderToStaticMarkup(<VerdictText verdict={verdict} forecast={forecast} {...view} />);
    for (const what of ["Title", "Publisher", "Ada"]) expect(html).toContain(shown(what));
    for (const what of ["Why", "Because"]) expect(html).toContain(said(what));
    expect(unseenIn(withoutMarks(html))).toBeNull();
  });
});

test("what is woven into a sentence that was kept as text stands apart in it as well", () => {
  const sentence = `${woven(hostile("Mine"))}, then ${woven("")}${woven("\u05d0 (2)")}.`;
  expect(renderToStaticMarkup(<Woven>{sentence}</Woven>)).toBe(
    `${shown("Mine")}, then <bdi></bdi><bdi>\u05d0 (2)</bdi>.`,
  );
  expect(renderToStaticMarkup(<Woven>{"Of ours alone."}</Woven>)).toBe("Of ours alone.");
});

describe("what a page offers is cleaned, so that no form of ours refuses it", () => {
  const details = {
    ...{ title: "Not\u2028true\u202e", siteName: "The\u0085Bank\u2066", author: "Ada\u0080 L.\u2069" },
    ...{ description: null, publishedOn: null, lang: "en", canonical: null },
  };
  const page = {
    ...{
      id: "p",
      title: "Old\u202e",
      publisher: "Old\u2067 Press",
      author: "Old\u202c L.",
      publishedOn: null,
    },
    ...{ visited: null, link: null, details, sameAsId: null },
  } as PageRecord;

  test.each([
    [false, ["Not true", "The Bank", "Ada L."]],
    [true, ["Old", "Old Press", "Old L."]],
  ])("also what older versions have recorded of it (%s)", (isLogged, offered) => {
    const { title, publisher, author } = offersOf(page, isLogged, day("2026-11-23"));
    expect([title, publisher, author].map((offer) => offer?.value)).toEqual(offered);
  });

  test("an offer is still none where nothing of it can be taken", () => {
    const silent = { ...page, details: { ...details, title: "\u202e\u2028" } };
    expect(offersOf(silent, false, day("2026-11-23")).title).toBeNull();
  });
});
