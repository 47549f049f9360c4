import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CitedEvidence } from "#app/_ui/evidence/cited-evidence.tsx";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Citation } from "#db/forecasts/citations.ts";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";

const entry = { id: "e", title: "As it is now", publisher: "Now Press" } as EvidenceRecord;
const asCited = {
  ...{ url: "https://example.org/then", title: "As it was", publisher: "Then Press", author: "Ada" },
  ...{ publishedOn: "2026-10-01", stance: "supports", strength: "weak", summary: "Over half." },
  ...{ kind: null, criterion: null, archiveUrl: null },
};
const citation: Citation = {
  ...{ evidence: "e", revision: 1, changedSince: false, withdrawnSince: false, asCited: null },
};

const drawn = (changes: Partial<Citation>, m = en) =>
  renderToStaticMarkup(
    <CitedEvidence citations={[{ ...citation, ...changes }]} entries={[entry]} language="en" m={m} />,
  );

test.each([en, zhHant])("what is cited says whether it is still what the verdict rested on", (m) => {
  const same = drawn({}, m);
  expect(same).toContain(entry.title);
  for (const mark of [m.forecast.citedChanged, m.forecast.citedWithdrawn, m.forecast.asCited])
    expect(same).not.toContain(mark);

  const changed = drawn({ changedSince: true, asCited }, m);
  expect(changed).toContain(m.forecast.citedChanged);
  expect(changed).not.toContain(m.forecast.citedWithdrawn);
  for (const was of [asCited.title, asCited.publisher, asCited.summary, asCited.url, m.stance.supports])
    expect(changed).toContain(was);
  expect(changed).not.toContain(entry.title);
  expect(changed).toContain('href="#evidence-e"');

  const withdrawn = drawn({ withdrawnSince: true, asCited }, m);
  expect(withdrawn).toContain(m.forecast.citedWithdrawn);
  expect(withdrawn).toContain(asCited.summary);
});
