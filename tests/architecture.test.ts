import { globSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { describe, expect, test } from "vitest";
import { faultsOf, importsOf, isOwn, targetOf } from "./support/architecture.ts";

const FOLDERS = "{app,front,operations,web,db,domain,messages,seed,scripts,tests}";
const files = [...globSync(`${FOLDERS}/**/*.{ts,tsx,mts,mjs,css}`), ...globSync("*.ts")]
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file !== "next-env.d.ts");

test("every import, name and call of the project keeps to the layout", () => {
  expect(files.length).toBeGreaterThan(100);
  const faults = files
    .filter((file) => file !== "tests/architecture.test.ts" && file !== "tests/support/architecture.ts")
    .flatMap((file) => faultsOf(file, readFileSync(file, "utf8")).map((fault) => `${file}: ${fault}`));
  expect(faults).toEqual([]);
});

test("no file imports itself by way of others, types included", () => {
  const source = files.filter((file) => !file.startsWith("tests/"));
  const imports = new Map(
    source.map((file) => [
      file,
      importsOf(readFileSync(file, "utf8"))
        .filter(({ from }) => isOwn(from))
        .map(({ from }) => targetOf(file, from)),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    else if (!done.has(file)) for (const next of imports.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of source) follow(file, []);
  expect(circles).toEqual([]);
});

test("only the fetching of pages can open a connection, what takes them in, and what asks our own server", () => {
  const opening = /^(?:undici|node:(?:http2?|https|net|tls|dns))(?:\/|$)/;
  const able = files
    .filter((file) => !file.startsWith("tests/"))
    .filter((file) =>
      importsOf(readFileSync(file, "utf8")).some(({ from, isType }) => !isType && opening.test(from)),
    )
    .map((file) => file.replace(/^(front|web\/fetch|scripts\/bench)\/.*/, "$1"));
  expect([...new Set(able)].sort()).toEqual([
    "front",
    "scripts/bench",
    "scripts/setup/address.mjs",
    "web/fetch",
  ]);
});

test("one file alone makes an isolate for a text of somebody's, so that all are made alike", () => {
  const making = files.filter(
    (file) => /^app\/.*\.tsx?$/.test(file) && /\bbdi\b/.test(readFileSync(file, "utf8")),
  );
  expect(making).toEqual(["app/_ui/text/isolated.tsx"]);
});

test("every folder of the layout is there to be read", () => {
  const read = new Set(files.map((file) => file.split("/")[0]));
  expect(
    ["app", "front", "operations", "web", "db", "domain", "messages", "seed", "scripts"].filter(
      (name) => !read.has(name),
    ),
  ).toEqual([]);
});

describe("an import is found", () => {
  test.each<[string, string, boolean]>([
    ["named", 'import { a, b as c } from "./x.ts";', false],
    ["over many lines", 'import {\n  a,\n  type B,\n} from "./x.ts";', false],
    ["of the default", 'import a from "./x.ts";', false],
    ["of everything", 'import * as a from "./x.ts";', false],
    ["of types", 'import type { A } from "./x.ts";', true],
    ["of types among values", 'import { type A } from "./x.ts";', false],
    ["for its side effect", 'import "./x.ts";', false],
    ["by a re-export", 'export { a } from "./x.ts";', false],
    ["by a re-export of everything", 'export * from "./x.ts";', false],
    ["by a re-export of types", 'export type { A } from "./x.ts";', true],
    ["while it runs", 'const { a } = await import("./x.ts");', false],
    ["as a type in place", 'let a: import("./x.ts").A;', false],
    ["the old way", "const a = require('./x.ts');", false],
    ["in single quotes", "import { a } from './x.ts';", false],
    ["behind a comment", 'import { a /* from "./y.ts" */ } from "./x.ts"; // from "./z.ts"', false],
  ])("%s", (_how, source, isType) => {
    expect(importsOf(source)).toEqual([{ from: "./x.ts", isType }]);
  });

  test("even where it cannot be read, and not in a comment or another word", () => {
    expect(importsOf("await import(name)")).toEqual([{ from: "(worked out while it runs)", isType: false }]);
    expect(importsOf('// import "./x.ts"\n/* import { a } from "./y.ts" */ important("./z.ts")')).toEqual([]);
    expect(importsOf('const url = "https://e.org"; import "./x.ts";')).toHaveLength(1);
  });
});

const USE = (from: string) => `import { a } from "${from}";`;
const USE_TYPE = (from: string) => `import type { A } from "${from}";`;

describe("the layout allows", () => {
  test.each([
    ["domain/day.ts", `${USE("./result.ts")} ${USE("date-fns")} ${USE("@date-fns/utc")}`],
    ["db/lists/queue.ts", `${USE("#domain/day.ts")} ${USE("drizzle-orm/sqlite-core")} ${USE("node:crypto")}`],
    ["db/engine/sqlite/store.ts", `${USE("better-sqlite3")} performance.now(); process.cwd(); new Date(0)`],
    ["db/verdicts/give.ts", `${USE("../forecasts/stored.ts")} ${USE_TYPE("../store.ts")} ${USE("./end.ts")}`],
    [
      "db/lists/queue.ts",
      "export async function a<T extends (b: C) => D>(read: Reader, e: F): Promise<G> {} export const slug = (text: string) => text;",
    ],
    ["db/search/index-texts.ts", "export function a(store: Store): Promise<void> {}"],
    [
      "db/lists/queue.ts",
      "export const a = async ({ select }: Reader) => 1; async function inner(b: string) {}",
    ],
    ["db/engine/open.ts", "export async function openStore(location: Location): Promise<Store> {}"],
    ["messages/zh-Hant.ts", USE_TYPE("./en.ts")],
    ["seed/load.ts", `${USE("#db/store.ts")} ${USE("#domain/day.ts")} ${USE("./people.ts")}`],
    ["seed/run.ts", `${USE("#scripts/clock-day.ts")} new Date(); process.env.DATABASE_URL`],
    ["scripts/prepare.ts", `${USE("#seed/load.ts")} ${USE("#db/open.ts")} new Date()`],
    ["scripts/setup/build.mjs", `${USE("./project.mjs")} ${USE("node:fs")} process.env.CI`],
    ["app/forecasts/[slug]/page.tsx", `${USE("#db/queue.ts")} ${USE("react")} ${USE("next/link")}`],
    ["front/stand.ts", `${USE("node:http")} ${USE("#messages/en.ts")} process.env.HOST`],
    ["app/_request/process/start.ts", USE("#front/mark.ts")],
    ["app/_script/ask.ts", "await fetch(address);"],
    ["app/_script/days.ts", `${USE("#domain/day.ts")} ${USE_TYPE("../_words/form-state.ts")}`],
    ["app/_ui/frame/page.tsx", USE("../../_script/served.ts")],
    ["app/_request/clock.ts", "new Date(); Date.now(); process.env.TZ"],
    ["app/_ui/row.tsx", `${USE_TYPE("#db/forecast-item.ts")} ${USE("#domain/day.ts")}`],
    ["domain/day.ts", "// new Date() gives any of them\nconst text = 'process.env: any';"],
    ["operations/verdicts.ts", `${USE("./fields.ts")} ${USE("#db/verdicts/give.ts")} ${USE("zod")}`],
    ["operations/copies.ts", `${USE("#web/comparing/compare-texts.ts")} ${USE("#messages/en.ts")}`],
    ["app/api/v1/verdicts/route.ts", USE("#operations/verdicts.ts")],
    ["app/_ui/row.tsx", `${USE("#operations/words/day.ts")} ${USE_TYPE("#operations/page-offers.ts")}`],
    ["scripts/prepare.ts", USE("#operations/all.ts")],
    ["web/fetch/exchange.ts", `${USE("undici")} ${USE("node:tls")} ${USE("#domain/result.ts")} fetch("")`],
    [
      "web/visit/steps.ts",
      `${USE_TYPE("node:net")} ${USE("../fetch/fetch-page.ts")} await fetchPage(request)`,
    ],
    ["web/visit/steps.ts", 'prefetch("a"); const mustFetch = page.fetch; // fetch("b")\nsay("fetch");'],
    ["scripts/setup/server.mjs", 'await fetch("http://127.0.0.1")'],
    ["db/lists/not-found.ts", "const many = company; type A = { many: boolean }; new Date(row.at)"],
  ])("in %s: %s", (path, source) => {
    expect(faultsOf(path, source)).toEqual([]);
  });
});

describe("the layout refuses", () => {
  test.each([
    ["domain/day.ts", USE("#db/store.ts"), "imports #db/store.ts"],
    ["domain/day.ts", USE_TYPE("#db/store.ts"), "imports type #db/store.ts"],
    [
      "db/lists/queue.ts",
      USE("../../domain/day.ts"),
      "imports domain/day.ts by another name than #domain/day.ts",
    ],
    [
      "tests/seed/seed.test.ts",
      USE("../../db/store.ts"),
      "imports db/store.ts by another name than #db/store.ts",
    ],
    ["db/lists/queue.ts", USE("#db/store.ts"), "imports db/store.ts of its own floor by #db/store.ts"],
    ["domain/day.ts", USE("node:crypto"), "imports node:crypto"],
    ["domain/day.ts", USE("zod"), "imports zod"],
    ["domain/day.ts", USE("date-fns-tz"), "imports date-fns-tz"],
    ["domain/day.ts", "await import(name)", "imports (worked out while it runs)"],
    ["db/lists/queue.ts", USE_TYPE("#app/_request/clock.ts"), "imports type #app/_request/clock.ts"],
    ["db/lists/queue.ts", USE("#seed/load.ts"), "imports #seed/load.ts"],
    ["db/lists/queue.ts", USE("#messages/en.ts"), "imports #messages/en.ts"],
    ["db/lists/queue.ts", USE("react"), "imports react"],
    ["db/lists/queue.ts", 'export * from "#app/page.tsx";', "imports #app/page.tsx"],
    ["db/change/history.ts", USE_TYPE("../lists/queue.ts"), "is below db/lists/queue.ts, and imports it"],
    ["db/pages/visits.ts", USE("../evidence/log.ts"), "is below db/evidence/log.ts, and imports it"],
    ["domain/pages/link.ts", USE_TYPE("../lists/axis.ts"), "is below domain/lists/axis.ts, and imports it"],
    [
      "domain/ladder.ts",
      "",
      "stands in no room of domain/ (result.ts, day.ts, vocabulary.ts, unseen.ts, slug.ts, window.ts, horizon, search, sources, pages, forecasts, evidence, verdicts, lists)",
    ],
    ["app/_request/clock.ts", USE("../page.tsx"), "is below app/page.tsx, and imports it"],
    ["app/_edge/clock.ts", "", "stands in no room of app/ (_words, _script, _ui, _request)"],
    [
      "db/queue.ts",
      "",
      "stands in no room of db/ (schema, store.ts, change, search, engine, sources, pages, forecasts, evidence, verdicts, lists, moving)",
    ],
    ["operations/verdicts.ts", USE("#app/_request/clock.ts"), "imports #app/_request/clock.ts"],
    ["operations/verdicts.ts", USE("next"), "imports next"],
    ["operations/verdicts.ts", "const now = new Date();", "asks what time it is"],
    ["db/verdicts/give.ts", USE_TYPE("#operations/verdicts.ts"), "imports type #operations/verdicts.ts"],
    ["web/settings.ts", USE("#operations/fields.ts"), "imports #operations/fields.ts"],
    ["app/_ui/row.tsx", USE("#operations/verdicts.ts"), "imports #operations/verdicts.ts"],
    ["messages/zh-Hant.ts", USE("./en.ts"), "imports ./en.ts"],
    ["front/stand.ts", USE("#app/_request/process/settings.ts"), "imports #app/_request/process/settings.ts"],
    ["front/stand.ts", USE("#db/store.ts"), "imports #db/store.ts"],
    ["front/stand.ts", USE("next"), "imports next"],
    ["front/stand.ts", USE("node:https"), "opens connections through node:https"],
    ["front/stand.ts", "fetch(url)", "opens connections through fetch"],
    ["messages/en.ts", USE_TYPE("#domain/day.ts"), "imports type #domain/day.ts"],
    ["seed/load.ts", USE("#app/_request/clock.ts"), "imports #app/_request/clock.ts"],
    ["seed/load.ts", USE("#scripts/clock-day.ts"), "imports #scripts/clock-day.ts"],
    [
      "scripts/prepare.ts",
      USE("#app/_request/process/settings.ts"),
      "imports #app/_request/process/settings.ts",
    ],
    ["scripts/start.mjs", USE("#db/open.ts"), "imports #db/open.ts"],
    ["scripts/start.mjs", USE("better-sqlite3"), "imports better-sqlite3"],
    ["app/page.tsx", USE("#seed/load.ts"), "imports #seed/load.ts"],
    ["app/page.tsx", USE("#scripts/prepare.ts"), "imports #scripts/prepare.ts"],
    ["app/page.tsx", USE("drizzle-orm"), "imports drizzle-orm"],
    ["app/_ui/row.tsx", USE("#db/queue.ts"), "imports #db/queue.ts"],
    ["app/_ui/row.tsx", 'import { type A } from "#db/queue.ts";', "imports #db/queue.ts"],
    [
      "app/_ui/row.tsx",
      USE("../_request/process/settings.ts"),
      "imports ../_request/process/settings.ts",
      "is below app/_request/process/settings.ts, and imports it",
    ],
    ["app/_ui/row.tsx", "const now = new Date();", "asks what time it is"],
    ["domain/day.ts", "const now = new Date();", "asks what time it is"],
    ["domain/day.ts", "const now = new Date;", "asks what time it is"],
    ["domain/forecasts/status.ts", "new Date(2026, 0, 1)", "works with the platform's dates"],
    ["domain/forecasts/status.ts", "day.getMonth()", "works with the platform's dates"],
    ["domain/forecasts/status.ts", "at.toLocaleDateString('en')", "works with the platform's dates"],
    ["domain/lists/axis.ts", USE("date-fns"), "works with the platform's dates"],
    ["domain/day.ts", "const now = Date();", "asks what time it is"],
    ["domain/day.ts", ["const text = `$", "{Date.now()}`;"].join(""), "asks what time it is"],
    ["seed/load.ts", "const now = Date.now();", "asks what time it is"],
    ["db/engine/open.ts", "process.env.HOME", "reads the environment"],
    ["db/engine/open.ts", "const { env } = process;", "reads the environment"],
    ["db/lists/queue.ts", "export async function a(slug: string) {}", "a does not know who asks"],
    ["db/lists/queue.ts", "export async function a() {}", "a does not know who asks"],
    [
      "db/lists/queue.ts",
      "export function a<T>(read: ReadHandle): Promise<T> {}",
      "a does not know who asks",
    ],
    [
      "db/pages/visits.ts",
      "export const a = async (slug: string) => 1;\nexport const b = (read: Reads): Promise<1> => c;",
      "a does not know who asks",
      "b does not know who asks",
    ],
    ["db/lists/queue.ts", "const a = b as Status;", "casts a type where no seam is named"],
    ["app/page.tsx", "const a = b as unknown as { c: string };", "casts a type where no seam is named"],
    ["domain/day.ts", "const a: any = 1;", "says any"],
    ["app/page.tsx", "const a = b as any;", "says any"],
    ["tests/db/a.test.ts", "const a: Array<any> = []", "says any"],
    ["app/page.tsx", "// @ts-ignore\na();", "silences the type checker"],
    ["app/page.tsx", USE("node:http"), "opens connections through node:http"],
    ["app/page.tsx", USE("undici"), "opens connections through undici"],
    ["app/page.tsx", 'await import("node:dns/promises");', "opens connections through node:dns/promises"],
    ["app/page.tsx", "await fetch(url);", "opens connections through fetch"],
    ["app/_script/watch.ts", "await fetch(url);", "opens connections through fetch"],
    ["app/_script/watch.ts", USE("react"), "imports react"],
    ["app/_script/watch.ts", USE("#messages/en.ts"), "imports #messages/en.ts"],
    ["app/_script/watch.ts", "Date.now();", "asks what time it is"],
    ["app/_ui/live.tsx", "const ask = fetch;", "opens connections through fetch"],
    ["app/_ui/live.tsx", "const { fetch } = globalThis;", "opens connections through fetch"],
    ["app/_ui/live.tsx", "globalThis.fetch(url);", "opens connections through globalThis.fetch"],
    ["app/_ui/live.tsx", 'globalThis["fetch"](url);', "opens connections through globalThis["],
    ["app/_ui/live.tsx", "new EventSource(url);", "opens connections through EventSource"],
    ["app/_ui/live.tsx", "navigator.sendBeacon(url);", "opens connections through sendBeacon"],
    ["db/lists/queue.ts", "new WebSocket(url);", "opens connections through WebSocket"],
    ["db/lists/queue.ts", USE("net"), "opens connections through net"],
    ["domain/day.ts", USE("node:https"), "opens connections through node:https"],
    ["seed/load.ts", "fetch(url)", "opens connections through fetch"],
    ["messages/en.ts", "fetch(url)", "opens connections through fetch"],
    ["web/reading/read-page.ts", USE("node:http2"), "opens connections through node:http2"],
    ["web/visit/visit.ts", USE("node:tls"), "opens connections through node:tls"],
    ["web/keeping/keeper.ts", "fetch(url)", "opens connections through fetch"],
    ["scripts/backup.ts", "fetch(url)", "opens connections through fetch"],
    ["scripts/start.mjs", USE("node:net"), "opens connections through node:net"],
    ["next.config.ts", "fetch(url)", "opens connections through fetch"],
    ["web/fetch/exchange.ts", USE("ws"), "imports ws"],
    ["web/fetch/exchange.ts", USE("#db/queue.ts"), "imports #db/queue.ts"],
    ["web/fetch/exchange.ts", USE("../visit/visit.ts"), "imports ../visit/visit.ts"],
    ["web/visit/visit.ts", USE("#app/page.tsx"), "imports #app/page.tsx"],
    ["db/change/utils.ts", "", '"utils" says nothing'],
    ["app/_ui/form-helpers.tsx", "", '"form-helpers" says nothing'],
    ["app/common/row.tsx", "", '"common" says nothing'],
    ["domain/lists/index.ts", "", "a barrel"],
    ["db/lists/dueWindow.ts", "", '"dueWindow" is not kebab-case'],
    ["app/_ui/Row.tsx", "", '"Row" is not kebab-case'],
    ["app/forecasts/[forecastSlug]/page.tsx", "", '"[forecastSlug]" is not kebab-case'],
  ])("in %s: %s", (path, source, ...faults) => {
    expect(faultsOf(path, source)).toEqual(faults);
  });
});
