import { globSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { NAME_COOKIE } from "#app/_request/actor.ts";
import { POST } from "#app/forms/[...form]/route.ts";
import { ADDRESS_HEADER } from "#front/address.ts";
import { LANGUAGE_COOKIE } from "#front/language.ts";
import { hostile, makeHostile, rightToLeft } from "../../support/hostile-records.ts";
import { connectTo, openAt, seededFile } from "../../support/store.ts";
import { AGENTIC, ORIGIN, TODAY } from "../api/api.ts";
import { SOURCE } from "../api/forecast-bodies.ts";
import { makeRecords, type Recorded } from "./records.ts";
import { columnsIn, strayIn, strayInPlain } from "./stray-texts.ts";

// Every page is rendered in both languages over a database in which every text that people typed or pages gave is
// hostile: written from right to left, it ends an isolation and turns round what follows. Each has to stand in an isolate
// of its own, wherever it is shown.

const asked = { language: "en", address: "/" };
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = { [LANGUAGE_COOKIE]: asked.language, [NAME_COOKIE]: hostile(TYPED, "Ana") }[name];
      return value === undefined ? undefined : { value };
    },
  }),
  headers: async () => new Headers({ [ADDRESS_HEADER]: asked.address }),
}));

const LINK = "https://example.org/robots";
/** What was typed into forms, beside the columns of the records. */
const TYPED = 900;
const LANGUAGES = ["en", "zh-Hant"] as const;
const shelf = globalThis as { hindcastStore?: Promise<unknown> };
const app = join(import.meta.dirname, "../../../app");

type Query = { readonly [name: string]: string };
type Addresses = (at: Recorded) => readonly (readonly [path: string, query?: Query])[];

/** The pages of the app with the addresses at which each is looked at: in every state in which it shows other texts. */
const PAGES: { readonly [file: string]: Addresses } = {
  "page.tsx": () => [["/"]],
  "forecasts/page.tsx": ({ source, speaker }) => [
    ["/forecasts"],
    ["/forecasts", { speaker, source, tag: hostile(TYPED, "robots") }],
    // Words of a claim, a quote, evidence, reasons, and the text of a source.
    ...["laundry", "agents", "moon", "evidence now", "ships", "survey", "robots home"].map(
      (q) => ["/forecasts", { q }] as const,
    ),
    ["/forecasts", { q: hostile(TYPED, "laundry"), tag: hostile(TYPED, "tag") }],
  ],
  "forecasts/new/page.tsx": ({ source, speaker }) => [["/forecasts/new", { source, speaker }]],
  "forecasts/[slug]/page.tsx": ({ forecasts }) => [
    ...Object.values(forecasts).map((slug) => [`/forecasts/${slug}`] as const),
    [`/forecasts/${forecasts.agentic}`, { start: hostile(TYPED, "5"), weak: "2" }],
    [`/forecasts/${forecasts.agentic}`, { start: "50" }],
  ],
  "forecasts/[slug]/edit/page.tsx": ({ forecasts: { changed, told } }) => [
    [`/forecasts/${changed}/edit`],
    [`/forecasts/${told}/edit`],
  ],
  "forecasts/[slug]/evidence/new/page.tsx": ({ forecasts, page }) => [
    [`/forecasts/${forecasts.changed}/evidence/new`, { page }],
  ],
  "evidence/[id]/page.tsx": ({ evidence, forecasts }) => [
    ...Object.values(evidence).map((id) => [`/evidence/${id}`] as const),
    [`/evidence/${evidence.marked}`, { find: "robots" }],
    [`/evidence/${evidence.marked}`, { on: forecasts.changed }],
  ],
  "copies/[id]/page.tsx": ({ copies: [first, second], evidence }) => [
    [`/copies/${first}`],
    [`/copies/${second}`, { with: first, for: evidence.marked }],
  ],
  "sources/page.tsx": () => [["/sources"]],
  "sources/[slug]/page.tsx": ({ source, sourceOfText }) => [
    [`/sources/${source}`],
    [`/sources/${sourceOfText}`],
  ],
  "sources/[slug]/text/page.tsx": ({ sourceOfText }) => [
    [`/sources/${sourceOfText}/text`],
    [`/sources/${sourceOfText}/text`, { at: "30" }],
  ],
  "sources/[slug]/read/page.tsx": ({ sourceOfText }) => [[`/sources/${sourceOfText}/read`]],
  "sources/new/page.tsx": ({ source }) => [["/sources/new", { source }]],
  "speakers/page.tsx": () => [["/speakers"]],
  "speakers/[slug]/page.tsx": ({ speaker }) => [[`/speakers/${speaker}`]],
  "timeline/page.tsx": () => [
    ["/timeline"],
    ...["status", "source", "speaker"].map((group) => ["/timeline", { group, zoom: "decade" }] as const),
  ],
  "history/page.tsx": () => [["/history"]],
  "links/page.tsx": () => [["/links"]],
};

/** What no page shows the beginning of: it is for machines, said in words of ours, or a part of a text. */
const SHOWN_NOWHERE = [
  ...["copies.headers", "watches.fault_detail", "visits.detail", "search_entries.passage"],
  "sources.kind",
];

interface PageModule {
  readonly default: (props: object) => Promise<React.ReactNode>;
  readonly generateMetadata?: (
    props: object,
  ) => Promise<{ readonly title?: unknown; readonly description?: unknown }>;
}

let recorded: Recorded;
let columns: ReturnType<typeof makeHostile>;
const seen = new Set<number>();

beforeAll(async () => {
  process.env.HINDCAST_TODAY = TODAY;
  process.env.HINDCAST_TIMEZONE = "UTC";
  const file = await seededFile();
  shelf.hindcastStore = openAt(file);
  recorded = await makeRecords();
  const database = connectTo(file);
  columns = makeHostile(database);
  // Words for the time that are quoted as they are, and a link that can be typed again.
  database.prepare("update sources set url = ? where slug = ?").run(LINK, recorded.sourceOfText);
  database.prepare("update forecasts set horizon = quote where slug = ?").run(recorded.forecasts.quoted);
});
afterAll(() => {
  delete shelf.hindcastStore;
});

/** The parts of an address that its page's file names. */
function paramsOf(file: string, path: string): Query {
  const parts = path.split("/").slice(1);
  return Object.fromEntries(
    file.split("/").flatMap((part, place) => {
      const name = /^\[(\w+)\]$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, parts[place] ?? ""]];
    }),
  );
}

/** What of a page is no isolate's: of its HTML, its title and its description. */
async function strayOn(file: string, path: string, query: Query): Promise<readonly string[]> {
  asked.address = `${path}?${new URLSearchParams(query)}`;
  const { default: Page, generateMetadata }: PageModule = await import(join(app, file));
  const props = {
    params: Promise.resolve(paramsOf(file, path)),
    searchParams: Promise.resolve(query),
  };
  const html = renderToStaticMarkup(await Page(props));
  const { title, description } = (await generateMetadata?.(props)) ?? {};
  const plain = [title, description].filter((one) => typeof one === "string");
  for (const number of columnsIn(html + plain.join())) seen.add(number);
  return [...strayIn(html), ...plain.flatMap(strayInPlain)];
}

test("every page of the app is looked at", () => {
  const files = globSync("**/page.tsx", { cwd: app, exclude: ["_*"] }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  expect(Object.keys(PAGES).toSorted()).toEqual(files.toSorted());
});

test("every column of text is filled", () => {
  expect(columns.filter(({ found }) => !found).map(({ name }) => name)).toEqual([]);
});

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(Object.keys(PAGES))("every text stands in an isolate of its own on %s", async (file) => {
    asked.language = language;
    for (const [path, query = {}] of PAGES[file]?.(recorded) ?? []) {
      expect(await strayOn(file, path, query), `${path} ${JSON.stringify(query)}`).toEqual([]);
    }
  });
});

describe("a form that was refused", () => {
  /** Posts a form that is to be refused; the address at which it is shown again. */
  async function refused(name: string, page: string, typed: readonly (readonly [string, string])[]) {
    const form = new FormData();
    for (const [field, value] of typed) form.append(field, value);
    const headers = { origin: ORIGIN, host: new URL(ORIGIN).host, "sec-fetch-site": "same-origin" };
    const address = `${ORIGIN}/forms/${name}?${new URLSearchParams({ from: page })}`;
    const answer = await POST(new Request(address, { method: "POST", body: form, headers }));
    expect(answer.status).toBe(303);
    const [path = "", query = ""] = (answer.headers.get("location") ?? "").split("?");
    expect(query).toContain("refused=");
    return { path, query: Object.fromEntries(new URLSearchParams(query)) };
  }
  const typed = (...names: readonly string[]) => names.map((name) => [name, hostile(TYPED, name)] as const);

  test.each<
    readonly [
      what: string,
      name: (at: Recorded) => string,
      file: string,
      page: (at: Recorded) => string,
      typed: readonly (readonly [string, string])[],
    ]
  >([
    [
      "with every field of evidence, and one of a name of its sender's",
      () => `log-evidence/${AGENTIC}`,
      "forecasts/[slug]/page.tsx",
      () => `/forecasts/${AGENTIC}`,
      [
        ...typed("url", "title", "publisher", "author", "summary", "archiveUrl", "by"),
        [hostile(TYPED, "field"), hostile(TYPED, "typed there")],
      ],
    ],
    [
      "because somebody else has judged it meanwhile",
      () => `give-verdict/${AGENTIC}`,
      "forecasts/[slug]/page.tsx",
      () => `/forecasts/${AGENTIC}`,
      [
        ...typed("rationale", "withoutEvidenceReason"),
        ["outcome", "unclear"],
        ["knownOn", "2026-11-01"],
        ["replaces", ""],
        ["revision", "0"],
      ],
    ],
    [
      "because an entry was corrected meanwhile",
      (at) => `correct-evidence/${at.evidence.moved}`,
      "evidence/[id]/page.tsx",
      (at) => `/evidence/${at.evidence.moved}`,
      [
        ...([
          ["url", "https://example.org/x"],
          ["title", "T"],
          ["publisher", "P"],
          ["stance", "context"],
        ] as const),
        ...([
          ["strength", "weak"],
          ["summary", "S"],
          ["revision", "77"],
        ] as const),
      ],
    ],
    [
      "with other dates for the same claim",
      () => "record-forecast",
      "forecasts/new/page.tsx",
      () => "/forecasts/new",
      [
        ...typed(
          "quote",
          "section",
          "confidence",
          "claim.en",
          "criteria.trueIf.en",
          "newSource.title",
          "relationTo",
        ),
        ...([
          ["lang", "en"],
          ["saidOn", "2026-11-01"],
          ["horizon", "within two years"],
        ] as const),
        ["ladder", `${hostile(TYPED, "within three years")}\n${hostile(TYPED, "soon")}`],
      ],
    ],
    [
      "with dates for the same claim that say nothing",
      () => "record-forecast",
      "forecasts/new/page.tsx",
      () => "/forecasts/new",
      [
        ...["quote", "claim.en"].map((field) => [field, rightToLeft(TYPED, "within two years")] as const),
        ...([
          ["lang", "en"],
          ["saidOn", "2026-11-01"],
          ["horizon", "within two years"],
        ] as const),
        ...([
          ["source", SOURCE],
          ["speaker", "tri-dao"],
          ["negative", ""],
        ] as const),
        ["ladder", `${rightToLeft(TYPED, "whenever")}\n${rightToLeft(TYPED, "soon")}`],
      ],
    ],
    [
      "because there is a source of that link",
      () => "record-forecast",
      "forecasts/new/page.tsx",
      () => "/forecasts/new",
      [
        ...["quote", "claim.en"].map((field) => [field, rightToLeft(TYPED, "within two years")] as const),
        ...([
          ["lang", "en"],
          ["saidOn", "2026-11-01"],
          ["horizon", "within two years"],
        ] as const),
        ...([
          ["speaker", "tri-dao"],
          ["negative", ""],
          ["newSource.title", "T"],
        ] as const),
        ...([
          ["newSource.publisher", "P"],
          ["newSource.publishedOn", "2026-11-01"],
        ] as const),
        ["newSource.url", LINK],
      ],
    ],
  ])("%s", async (_, name, file, page, fields) => {
    for (const language of LANGUAGES) {
      asked.language = language;
      const { path, query } = await refused(name(recorded), page(recorded), fields);
      expect(await strayOn(file, path, query)).toEqual([]);
    }
  });
});

test("every text was seen on some page", () => {
  const missed = columns.filter(({ number }) => !seen.has(number)).map(({ name }) => name);
  expect(missed.toSorted()).toEqual(SHOWN_NOWHERE.toSorted());
});
