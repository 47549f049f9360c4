import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EvidenceEntry } from "#app/_ui/evidence/evidence-entry.tsx";
import { HistoryEntries } from "#app/_ui/lists/history-list.tsx";
import { VerdictText } from "#app/_ui/verdicts/verdict-text.tsx";
import type { HistoryEntry } from "#db/change/history.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { PageRecord } from "#db/pages/record.ts";
import { day } from "#domain/day.ts";
import { unseenIn } from "#domain/unseen.ts";
import { en } from "#messages/en.ts";
import { offersOf } from "#operations/page-offers.ts";

// What older databases hold and nobody may type any more: it ends an isolation, then turns round what follows.
const hostile = (what: string) => `${what}\u2069\u202e nimda yb devorppa`;
const shown = (what: string) => `<bdi>${what}\ufffd\ufffd nimda yb devorppa</bdi>`;
const view = { language: "en" as const, m: en, timeZone: "UTC" };

const entry = {
  ...{ id: "e", url: "https://example.org/a", title: hostile("Title"), publisher: hostile("Publisher") },
  ...{ author: hostile("Author"), by: hostile("Ada"), withdrawnBy: hostile("Ben") },
  ...{ summary: "S", publishedOn: null, strength: "weak", stance: "supports", kind: null, criterion: null },
  ...{ archiveUrl: null, link: null, recordedAt: new Date(0), withdrawnAt: new Date(0) },
  withdrawalReason: hostile("Reason"),
} as unknown as EvidenceRecord;

describe("what was typed stands apart from what surrounds it", () => {
  test("in an entry of evidence", () => {
    const html = renderToStaticMarkup(<EvidenceEntry entry={entry} fetches {...view} />);
    for (const what of ["Title", "Publisher", "Author", "Ada", "Ben", "Reason"])
      expect(html).toContain(shown(what));
    expect(unseenIn(html)).toBeNull();
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
    for (const what of ["Ada", "Claim", "Reason", "Before", "After"]) expect(html).toContain(shown(what));
    expect(unseenIn(html)).toBeNull();
  });

  test("in a verdict and what it cites", () => {
    const verdict = {
      ...{ happenedOn: null, knownOn: day("2026-11-01"), rationale: "R", against: null, by: hostile("Ada") },
      ...{ recordedAt: new Date(0), outcome: "void", timing: { kind: "none", days: 0 } },
      ...{ withoutEvidenceReason: hostile("Because") },
      citations: [{ evidence: "e", revision: 1, changedSince: false, withdrawnSince: false, asCited: null }],
    } as unknown as VerdictRecord;
    const forecast = { evidence: [entry], dueBy: null, graceBy: null } as unknown as ForecastDetail;
    const html = renderToStaticMarkup(<VerdictText verdict={verdict} forecast={forecast} {...view} />);
    for (const what of ["Title", "Publisher", "Ada", "Because"]) expect(html).toContain(shown(what));
    expect(unseenIn(html)).toBeNull();
  });
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
