import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceOf } from "#domain/evidence/balance.ts";
import { sketchOf } from "#domain/pages/sketch.ts";
import { entryWith, on } from "./entries.ts";
import { manyEntries } from "./many-entries.ts";

const SKETCH = sketchOf(Array.from({ length: 400 }, (_, place) => `word${place}`).join(" "));

describe("a balance", () => {
  it("counts entries by stance and strength, and by kind", () => {
    const balance = balanceOf([
      entryWith({ strength: "strong", kind: "primary" }),
      entryWith({ strength: "strong", kind: "maker" }),
      entryWith({ stance: "contradicts", strength: "weak", kind: "primary" }),
      entryWith({ stance: "context" }),
    ]);
    expect(balance.counts).toEqual({
      supports: { weak: 0, moderate: 0, strong: 2 },
      contradicts: { weak: 1, moderate: 0, strong: 0 },
      context: { weak: 0, moderate: 1, strong: 0 },
    });
    expect(balance.kinds).toEqual({ primary: 2, secondary: 0, maker: 1, opinion: 0, unsaid: 1 });
  });

  it("of nothing is empty", () => {
    expect(balanceOf([])).toMatchObject({
      publishersFor: 0,
      publishersAgainst: 0,
      notIndependent: [],
      steps: [],
    });
  });

  it("moves on the day a page was published, else on the day it was logged; context does not move it", () => {
    const a = entryWith({ publishedOn: on("2026-03-01") });
    const b = entryWith({ stance: "contradicts", publishedOn: on("2026-03-01") });
    const c = entryWith({ recordedOn: on("2026-11-01") });
    const d = entryWith({ stance: "context", publishedOn: on("2026-05-01") });
    expect(balanceOf([d, c, b, a]).steps).toEqual([
      { on: "2026-03-01", supports: 1, contradicts: 1, entries: [a, b] },
      { on: "2026-11-01", supports: 2, contradicts: 1, entries: [c] },
    ]);
  });

  it("counts publishers once on each side, by any of their names", () => {
    const balance = balanceOf([
      entryWith({ publisher: "The Verge" }),
      entryWith({ publisher: "verge" }),
      entryWith({ publisher: "Wired" }),
      entryWith({ stance: "contradicts", publisher: "The Verge" }),
    ]);
    expect([balance.publishersFor, balance.publishersAgainst]).toEqual([2, 1]);
  });

  it("counts what makers say of their own once, however many of them say it, and what only repeats it not at all", () => {
    const maker = entryWith({ kind: "maker", sketch: SKETCH });
    const another = entryWith({ kind: "maker" });
    const reprint = entryWith({ kind: "secondary", sketch: SKETCH });
    expect(balanceOf([maker, another, reprint]).publishersFor).toBe(1);
    expect(balanceOf([maker, another, reprint, entryWith()]).publishersFor).toBe(2);
  });

  it("names what is not independent, of what was logged first, with the strongest reason", () => {
    const first = entryWith({
      id: "a",
      publisher: "Wired",
      pageId: "p",
      ledTo: "https://example.org/a",
      sketch: SKETCH,
    });
    const samePage = entryWith({ id: "b", publisher: "Wired", pageId: "p", sketch: SKETCH });
    const reprint = entryWith({ id: "c", publisher: "Wired", sketch: SKETCH });
    const samePublisher = entryWith({ id: "d", publisher: "WIRED" });
    const other = entryWith({ id: "e", ledTo: "https://example.org/b" });
    const sameAddress = entryWith({ id: "f", ledTo: "http://m.example.org/a?utm_source=x", sketch: SKETCH });
    const entries = [sameAddress, other, samePublisher, reprint, samePage, first];
    expect(balanceOf(entries).notIndependent).toEqual([
      { id: "b", of: "a", reason: "same-page" },
      { id: "c", of: "a", reason: "reprint" },
      { id: "d", of: "a", reason: "same-publisher" },
      { id: "f", of: "a", reason: "same-address" },
    ]);
  });

  it("takes nothing for one page or one text that is not known to be", () => {
    const unknown = { pageId: null, sketch: null };
    const short = { pageId: null, sketch: [] };
    const { notIndependent } = balanceOf([unknown, unknown, short, short].map((more) => entryWith(more)));
    expect(notIndependent).toEqual([]);
  });

  it("does not depend on the order of the entries", () => {
    fc.assert(
      fc.property(manyEntries, fc.infiniteStream(fc.nat()), (entries, numbers) => {
        const shuffled = entries
          .map((entry) => ({ entry, at: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(balanceOf(shuffled)).toEqual(balanceOf(entries));
      }),
    );
  });
});
