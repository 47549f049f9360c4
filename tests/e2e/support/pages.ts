import type { Page } from "@playwright/test";
import type { apiAt } from "./api.ts";
import { checkLinks, untilStanding } from "./checking.ts";
import { AGENTIC, evidencePage, forecastPage, type Served, UNDATED } from "./server.ts";
import { aReport, type Site } from "./site.ts";
import { interview } from "./texts.ts";

/** A forecast with all that can be on record: verdicts that stand, were replaced and withdrawn, withdrawn evidence. */
export const DECIDED = "inference-10x-1y";
/** Past due with nobody's verdict. */
const OVERDUE = "hardware-2-3x-1y";

/** The entries that `decide` logs, by their ids, which are others each time. */
const logged = { cited: "", withdrawn: "", page: "" };
/** What `keepPages` has kept. */
const kept = { id: "", first: "", second: "" };

/** Every kind of page, by what is on it. */
const PAGES: { readonly [what: string]: string | (() => string) } = {
  "the queue": "/",
  "all forecasts": "/forecasts",
  "a search that finds nothing": "/forecasts?q=zzz&status=due&tag=agents",
  "an overdue forecast": forecastPage(OVERDUE),
  "a forecast within grace": forecastPage(AGENTIC),
  "an undated forecast under review": forecastPage(UNDATED),
  "a decided forecast": forecastPage(DECIDED),
  "an entry of evidence": () => evidencePage(logged.cited),
  "a withdrawn entry of evidence": () => evidencePage(logged.withdrawn),
  "an entry to be logged on another forecast": () => `${evidencePage(logged.cited)}?on=${OVERDUE}`,
  "the search for another forecast": () => `${evidencePage(logged.cited)}?find=model`,
  "the form of evidence from a known page": () => `${forecastPage(OVERDUE)}/evidence/new?page=${logged.page}`,
  "a kept copy": () => `/copies/${kept.first}`,
  "two copies compared": () => `/copies/${kept.first}?with=${kept.second}`,
  "an entry with a kept copy": () => evidencePage(kept.id),
  "the links in trouble": "/links",
  "the form of a new forecast": "/forecasts/new",
  "the form of a change": `${forecastPage(OVERDUE)}/edit`,
  "the timeline": "/timeline",
  "the timeline by status and decade": "/timeline?zoom=decade&group=status",
  "all sources": "/sources",
  "a source": "/sources/tri-dao-unsupervised-learning-2025",
  "a form for a text": "/sources/new",
  "a source without a text to be read": "/sources/tri-dao-unsupervised-learning-2025/read",
  "the sentences of a text": "/sources/quiet-water/read",
  "the text of a source": "/sources/quiet-water/text",
  "all speakers": "/speakers",
  "a speaker": "/speakers/tri-dao",
  "the history": "/history",
  "no page": "/nowhere",
  "no forecast": "/forecasts/no-such-forecast",
};

export const KINDS_OF_PAGES = Object.keys(PAGES);

/** Where a kind of page is to be seen, once there is what it shows. */
export function addressOf(what: string): string {
  const address = PAGES[what];
  if (address === undefined) throw new Error(`no kind of page is “${what}”`);
  return typeof address === "string" ? address : address();
}

/** Puts on record what the decided forecast and the text of a source are to show. */
export async function decide(api: ReturnType<typeof apiAt>): Promise<void> {
  const cited = await api.logPage(DECIDED, { url: "https://example.org/cited", by: "Ada" });
  const other = await api.logPage(DECIDED, {
    ...{ url: "https://example.org/other", stance: "context", kind: "primary", criterion: "trueIf" },
    archiveUrl: "https://archive.example/other",
  });
  await api.logPage(AGENTIC, { url: "https://example.org/other" });
  Object.assign(logged, { cited: other.id, withdrawn: cited.id, page: other.page });
  const first = await api.giveVerdict(DECIDED, { by: "Ada" });
  await api.withdrawVerdict(DECIDED, first.id, "Too early.");
  const second = await api.giveVerdict(DECIDED, {
    evidenceIds: [cited.id, other.id],
    withoutEvidenceReason: null,
  });
  await api.giveVerdict(DECIDED, {
    outcome: "partly",
    happenedOn: "2026-11-01",
    evidenceIds: [cited.id],
    withoutEvidenceReason: null,
    replaces: second.id,
    replacesReason: "The second half was overlooked.",
    by: "王小明",
  });
  await api.withdrawPage(cited.id, "The page was taken down.");
  const source = await api.add("/sources", {
    ...{ title: "Quiet water", url: "https://example.org/quiet", publisher: "Harbour Hour", lang: "en" },
    ...{ publishedOn: "2026-03-10", text: interview("ferry") },
  });
  const quoted = {
    ...{ claim: { en: "A second dock opens." }, source: source.slug, lang: "en", saidOn: "2026-03-10" },
    quote: "We will open a second dock in Bergen within two years, because the first one is full until then.",
  };
  await api.add("/forecasts", { ...quoted, horizon: "within two years", speaker: "tri-dao" });
  // Two forecasts in the same words.
  await api.add("/forecasts", {
    ...quoted,
    horizon: "until then",
    undated: true,
    horizonNote: { en: "No day." },
    speaker: "tri-dao",
  });
}

/** Has a page kept that changes, with the words marked that evidence rests on. */
export async function keepPages(api: ReturnType<typeof apiAt>, served: Served, site: Site): Promise<void> {
  site.pages["/kept"] = { html: aReport() };
  const { id } = await api.logPage(OVERDUE, { url: site.link("/kept"), title: "A kept report" });
  const { copyId: first } = await untilStanding(api, id, "alive");
  await api.put(`/evidence/${id}/passage`, { copyId: first, words: "Ten times cheaper", startsAt: 0 });
  site.pages["/kept"] = { html: aReport({ title: "Eight times cheaper" }).replace("tenfold", "eightfold") };
  await checkLinks(served, site);
  const { copyId: second } = await untilStanding(api, id, "changed");
  Object.assign(kept, { id, first, second });
}

/** Opens all that is folded away. */
export const unfoldAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
