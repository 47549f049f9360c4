import type { LinkStanding } from "../vocabulary.ts";

// When a page is visited again, and what a visit says of its link.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long to wait after each visit in vain; after as many and one more, the page could not be read. */
const RETRIES_MS = [MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS];

/**
 * How long to wait, in ms, before a page is tried again; null when it has been tried often enough.
 *
 * @param attempts how often it was tried in vain, this time included
 * @example retryAfter(1) // 60_000: a minute
 * @example retryAfter(4) // null: tried at once, and after 1, 10 and 60 minutes
 */
export function retryAfter(attempts: number): number | null {
  return RETRIES_MS[attempts - 1] ?? null;
}

/**
 * When a page is due again if the visit that is taken now is never ended, since its process dies: as long after the
 * lease as the page has stood as it stands, at most a day. A page that ends each process is so visited ever more rarely,
 * and one that had nothing to do with it is read in the end: a death tells nothing of the page, so none is given up.
 *
 * @param since since when the link stands as it does; for a page that nobody has visited, since it was logged
 * @param leasedUntil when the visit is somebody else's
 * @example dueIfCutOff(twoMinutesAgo, now, leasedUntil) // two minutes after leasedUntil
 */
export function dueIfCutOff(since: Date, now: Date, leasedUntil: Date): Date {
  const wait = Math.max(0, Math.min(now.getTime() - since.getTime(), DAY_MS));
  return new Date(leasedUntil.getTime() + wait);
}

/** A number from 0 up to, not including, 1 that looks random and is the same for the same text (FNV-1a, 32 bits). */
function spreadOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/**
 * When a page that was visited is to be visited again: in the last fifth of the period, at a point of its own, so that
 * pages logged together are not visited together for ever.
 *
 * @param everyDays the period in days, above 0
 * @example nextCheck(now, pageId, 30) // 24 to 30 days from now
 */
export function nextCheck(now: Date, pageId: string, everyDays: number): Date {
  return new Date(now.getTime() + Math.round(everyDays * DAY_MS * (0.8 + 0.2 * spreadOf(pageId))));
}

/** How long, in days, a page is left alone that nobody wants to know of any more. */
const IDLE_DAYS = 30;

/**
 * Until when a page waits that was due, while no evidence rests on it: then it is asked again whether any does.
 *
 * @example idleUntil(now) // 30 days from now
 */
export const idleUntil = (now: Date): Date => new Date(now.getTime() + IDLE_DAYS * DAY_MS);

/** Why an answer is none that could be read, in words that are codes for messages. */
export type AnswerFault = "asks-for-login" | "forbidden" | "too-busy" | "server-error" | "unexpected-answer";

/** What a site answered: the page, that it is as it was, that there is none any more, or nothing that we can use. */
export type Answer =
  | { readonly kind: "page" }
  | { readonly kind: "as-it-was" }
  | { readonly kind: "gone" }
  | { readonly kind: "failed"; readonly fault: AnswerFault };

/**
 * What an HTTP status says of a page. Only 404 and 410 say that it is gone: all others may be about us or about today.
 *
 * @param status of the last answer, after redirects
 * @example answerOf(410) // { kind: "gone" }
 * @example answerOf(451) // { kind: "failed", fault: "forbidden" }
 * Source: RFC 9110, section 15; RFC 7725 for 451.
 */
export function answerOf(status: number): Answer {
  if (status >= 200 && status < 300) return { kind: "page" };
  if (status === 304) return { kind: "as-it-was" };
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status === 401 || status === 407) return { kind: "failed", fault: "asks-for-login" };
  if (status === 403 || status === 451) return { kind: "failed", fault: "forbidden" };
  if (status === 429) return { kind: "failed", fault: "too-busy" };
  return { kind: "failed", fault: status >= 500 ? "server-error" : "unexpected-answer" };
}

/** What two states of a page are compared by. */
export interface PageState {
  /** What a reader reads of it; null where there is none. */
  readonly text: string | null;
  /** Of its bytes. */
  readonly sha256: string;
  /** Its reading was stopped, so that nobody knows what a reader reads of it. */
  readonly isUnread?: boolean;
  /** It is markup, of which a reader sees nothing but its text. */
  readonly isMarkup?: boolean;
}

const folded = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/**
 * Whether a page says the same as before: its words, however they are spaced. Where one of the two has no text, its
 * bytes are compared, unless it could not be read, or both are markup without any: then nothing is known to differ.
 *
 * @example isSameText({ text: "A  b\n", sha256: "1" }, { text: "A b", sha256: "2" }) // true
 */
export function isSameText(before: PageState, now: PageState): boolean {
  if (before.sha256 === now.sha256) return true;
  if (before.isUnread || now.isUnread) return true;
  if (before.text === null && now.text === null) return Boolean(before.isMarkup && now.isMarkup);
  if (before.text === null || now.text === null) return false;
  return before.text === now.text || folded(before.text) === folded(now.text);
}

/** Where a link leads: to where it led when it was first read; elsewhere for now; elsewhere for good. */
export type Whither = "there" | "elsewhere" | "elsewhere-for-good";

/**
 * How a link stands that leads to a page, against the copy that was kept first. A page that says the same has moved
 * only where its own address says for good that it is another; another text at another address is not what was logged.
 *
 * @param first null where nothing has been kept yet: what is found now is what was logged
 * @example standingOf(first, { text: "Buy this domain", sha256: "2" }, "elsewhere") // "moved"
 * @example standingOf(first, first, "elsewhere") // "alive"
 */
export function standingOf(
  first: PageState | null,
  found: PageState,
  whither: Whither,
): "alive" | "changed" | "moved" {
  if (first === null) return "alive";
  if (isSameText(first, found)) return whither === "elsewhere-for-good" ? "moved" : "alive";
  return whither === "there" ? "changed" : "moved";
}

/**
 * How a link stands that could not be visited after all tries. What is gone stays gone: an answer said so, and silence
 * takes nothing back.
 *
 * @example standingInVain("alive") // "unreachable"
 */
export function standingInVain(known: LinkStanding): LinkStanding {
  return known === "gone" ? "gone" : "unreachable";
}

/**
 * Whether an address may be taken for another one of a page. The first page of a site may not, unless it is what was
 * logged: links to pages that are gone are often led there, and it is what careless sites call all of their pages.
 *
 * @param url the link that was logged; both links are such as `parseLink` accepts
 * @example mayStandFor("https://example.org/a/1", "https://example.org/") // false
 */
export function mayStandFor(url: string, address: string): boolean {
  const isFirst = ({ pathname, search }: URL) => pathname === "/" && search === "";
  return isFirst(new URL(url)) || !isFirst(new URL(address));
}

const bareHost = (host: string): string => host.replace(/^(?:(?:www|m|amp)\.)+(?=[^.]+\.)/, "");

/**
 * Whether two links are of one site, so that the one may say that it is the other: the same host, but for `www.`,
 * `m.` and `amp.`.
 *
 * @param a links that `parseLink` accepts
 * @example isSameSite("https://m.example.org/a", "https://www.example.org/b") // true
 * @example isSameSite("https://a.example.org", "https://b.example.org") // false
 */
export function isSameSite(a: string, b: string): boolean {
  return bareHost(new URL(a).host) === bareHost(new URL(b).host);
}

/** How long a page that was visited is left alone, whoever asks for it: our visits shall burden nobody. */
const LEFT_ALONE_MS = MINUTE_MS;

/**
 * Whether a person may have a page visited again.
 *
 * @param last when it was visited last
 * @example mayAskAgain(now, now) // false: a minute has to pass
 */
export function mayAskAgain(last: Date, now: Date): boolean {
  return now.getTime() - last.getTime() >= LEFT_ALONE_MS;
}
