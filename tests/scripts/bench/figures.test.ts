import { describe, expect, test } from "vitest";
import { compareReports } from "#scripts/bench/compare.ts";
import { type Figures, type Report, summarise } from "#scripts/bench/figures.ts";
import { readWrk } from "#scripts/bench/generator.ts";
import { scriptsOf } from "#scripts/bench/measure-size.ts";
import { readOptions } from "#scripts/bench/options.ts";
import { median, percentile } from "#scripts/bench/summary.ts";
import { figuresTable, table } from "#scripts/bench/table.ts";

test.each<[readonly number[], number, number]>([
  [[], 0.99, 0],
  [[7], 0.5, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4], 0.99, 4],
  [Array.from({ length: 200 }, (_, index) => index + 1), 0.99, 198],
])("of %j, the share %d lies below %d", (sorted, share, expected) => {
  expect(percentile(sorted, share)).toBe(expected);
});

test("the middle of some measurements is not moved by one that went wrong", () => {
  expect(median([3, 900, 2])).toBe(3);
  expect(median([4, 2])).toBe(3);
});

const FIXED = {
  ...{ size: 1000, name: "/", kind: "page" as const, htmlBytes: 2048, scriptBytes: 4096 },
  ...{ statements: 5, rows: 50 },
};
const round = (processorMs: number) => ({ requests: 10, seconds: 2, p50: 1, p99: 4, processorMs });

describe("figures", () => {
  test("are medians, and the ratio is that of the same round", () => {
    const figures = summarise(FIXED, [round(40), round(400), round(60)], [round(20), round(200), round(20)]);
    expect(figures).toMatchObject({ cpuMs: 6, ratio: 2, perSecond: 5, p50: 1, p99: 4, rows: 50 });
  });

  const of = (figures: Partial<Figures>): Report => ({
    ...{ today: "2026-11-23", engine: "sqlite", node: "v24", rounds: 3, seconds: 4, generator: "our own" },
    figures: [{ ...summarise(FIXED, [round(40)], [round(20)]), ...figures }],
  });

  test("stand in a table under their titles, the numbers to the right", () => {
    const lines = figuresTable(of({}).figures).split("\n");
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines[2]).toMatch(/^\| \/ +\| +5\.00 \| +1\.00 \| +4\.00 \| +4\.00 \| +2\.00 \| +2\.0 \|/);
  });

  test("are compared with those of an earlier run, page by page", () => {
    const compared = compareReports(of({}), of({ cpuMs: 5, statements: 5 }));
    expect(compared).toContain("1000 /");
    expect(compared).toContain("4.00 → 5.00 (+25 %)");
    expect(compareReports(of({}), of({ size: 7 })).split("\n")).toHaveLength(2);
  });
});

test("a table is Markdown", () => {
  expect(table(["", "n"], [["a", "10"]])).toBe("|   |  n |\n| - | -: |\n| a | 10 |");
});

test("the scripts of a page are those that its HTML names, each once, without those for old browsers", () => {
  const html = `<script src="/a.js?x=1&amp;y" async=""></script><script noModule="" src="/old.js"></script>
    <script>self.a = 1</script><script src="/a.js?x=1&amp;y"></script><script src="/b.js"></script>`;
  expect(scriptsOf(html)).toEqual(["/a.js?x=1&y", "/b.js"]);
});

test("what wrk writes is read as our own generator's numbers", () => {
  const written = `  Latency Distribution
     50%   12.50ms
     75%   20.00ms
     99%    1.20s
  1000 requests in 4.00s, 5.00MB read
  Non-2xx or 3xx responses: 3
Requests/sec:    250.00`;
  expect(readWrk(written)).toEqual({
    ...{ requests: 1000, seconds: 4, p50: 12.5, p99: 1200, failures: { "not 2xx": 3 } },
  });
});

describe("the command line", () => {
  test("asks for three sizes, three rounds and SQLite unless it says otherwise", () => {
    const options = readOptions([]);
    expect(options.ok && options.value).toMatchObject({
      ...{ sizes: [1000, 10_000, 100_000], rounds: 3, engine: "sqlite", soak: false, json: null },
    });
  });

  test.each([
    ["--sizes=some", "--sizes takes"],
    ["--rounds=0", "--rounds takes"],
    ["--seconds=1.5", "--seconds takes"],
    ["--engine=oracle", "--engine takes"],
    ["--engine=postgres", "give one size"],
    ["--fast", "--fast"],
  ])("with %s gets a sentence", (arg, sentence) => {
    const options = readOptions([arg]);
    expect(!options.ok && options.error).toContain(sentence);
  });
});
