import type { Day } from "../day.ts";
import { addressKeys } from "../pages/link.ts";
import { isReprint } from "../pages/sketch.ts";
import type { SourceKind, Stance, Strength } from "../vocabulary.ts";

/** Simplified forms in the names of media with the traditional one, and other ways to write a character. */
const HAN_FORMS = new Map<string, string>(
  (
    "报報 闻聞 经經 济濟 联聯 华華 时時 业業 网網 讯訊 电電 视視 东東 国國 产產 资資 财財 杂雜 志誌 周週 观觀 环環 " +
    "见見 学學 术術 湾灣 门門 书書 农農 体體 图圖 务務 动動 际際 线線 爱愛 众眾 台臺 卫衛 镜鏡 传傳 广廣 号號"
  )
    .split(" ")
    .map(([form = "", traditional = ""]) => [form, traditional]),
);

const COMPANY_FORMS =
  /(?<=\S)[\s,]+(?:inc|incorporated|ltd|limited|llc|llp|corp|corporation|co|plc|gmbh|ag|s\.?a)\.?$/;
const HAN_COMPANY_FORMS = /(?<=.)(?:股份)?有限公司$/;
const HOST = /^(?:www\.)?((?:[\p{L}\p{N}-]+\.)+)\p{L}{2,}$/u;
const SECOND_LEVEL = /(?<=.)\.(?:com?|org|net|gov|edu|ac)$/;

/** The name that a host carries: without `www.` and what stands for a country or a trade. */
function nameOfHost(name: string): string {
  const labels = HOST.exec(name)?.[1];
  return labels === undefined ? name : labels.slice(0, -1).replace(SECOND_LEVEL, "");
}

function withoutCompanyForms(name: string): string {
  const shorter = name.replace(COMPANY_FORMS, "").replace(HAN_COMPANY_FORMS, "");
  return shorter === name ? name : withoutCompanyForms(shorter);
}

/**
 * What two names of one publisher have in common, for comparing only. Case, width, accents, punctuation and blanks do
 * not count, nor a leading "The", a company's form (Inc., Ltd, 有限公司), or how a name is written in the other Chinese
 * script (报, 報); "&" is "and". A host is the name in it (`www.reuters.com` is Reuters), and "A via B" is A: B carries
 * the words of A.
 *
 * It joins rather than parts: two that share a name count as one, which makes less of the evidence, never more.
 * A newspaper and its Sunday edition, or a house and its owner, stay two; nobody keeps a list of who owns whom here.
 *
 * @example publisherKey("The New York Times, Inc.") === publisherKey("new york times")
 * @example publisherKey("自由时报") === publisherKey("自由時報")
 */
export function publisherKey(publisher: string): string {
  const folded = publisher
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .trim();
  const author = folded.split(/\s+via\s+/, 1)[0] ?? folded;
  const name = withoutCompanyForms(nameOfHost(author).replace(/^the\s+(?=\S)/, ""))
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\p{Script=Han}/gu, (character) => HAN_FORMS.get(character) ?? character);
  return name === "" ? folded : name;
}

/** An entry of evidence as it is weighed. What was withdrawn is none. */
export interface BalanceEntry {
  readonly id: string;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly publisher: string;
  /** Null where nobody has said. */
  readonly kind: SourceKind | null;
  readonly publishedOn: Day | null;
  /** When it was logged, and the day that was. */
  readonly recordedAt: Date;
  readonly recordedOn: Day;
  /** The page that it is a link to, the same for all that were found to lead to one; null where that is not known. */
  readonly pageId: string | null;
  /** Where its link led when its page was first kept; null where none is kept. */
  readonly ledTo: string | null;
  /** Of the page's text; null where none is kept. */
  readonly sketch: readonly number[] | null;
}

/** Why two entries are not independent, the strongest reason first. */
export const DEPENDENCES = ["same-page", "same-address", "reprint", "same-publisher"] as const;
export type DependenceReason = (typeof DEPENDENCES)[number];

/** An entry that adds less than one of its own would, since an earlier one is there. */
export interface Dependence {
  readonly id: string;
  readonly of: string;
  readonly reason: DependenceReason;
}

/** Entries that count as one voice: the first that was logged, and those that are not independent of one in it. */
export interface Voice {
  readonly entries: readonly BalanceEntry[];
  /** The maker's own word is among them, and so the others repeat it. */
  readonly isMakers: boolean;
}

const byLogging = (a: BalanceEntry, b: BalanceEntry): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1);

/** An entry with what is worked out of it once, to be compared with all others. */
interface Compared {
  readonly entry: BalanceEntry;
  readonly publisher: string;
  /** The barest writing of where its link led. */
  readonly address: string | null;
}

interface Placed extends Compared {
  readonly voice: BalanceEntry[];
}

const comparedBy = (entry: BalanceEntry): Compared => ({
  entry,
  publisher: publisherKey(entry.publisher),
  address: entry.ledTo === null ? null : (addressKeys(entry.ledTo).at(-1) ?? null),
});

const isSameText = (a: BalanceEntry, b: BalanceEntry): boolean =>
  a.sketch !== null && b.sketch !== null && isReprint(a.sketch, b.sketch);

/** Why an entry is not independent of one that is placed already; null where nothing says so. */
function dependence({ entry, publisher, address }: Compared, earlier: Placed): DependenceReason | null {
  if (entry.pageId !== null && entry.pageId === earlier.entry.pageId) return "same-page";
  if (address !== null && address === earlier.address) return "same-address";
  if (isSameText(entry, earlier.entry)) return "reprint";
  return publisher === earlier.publisher ? "same-publisher" : null;
}

/**
 * The voices of entries that point one way. Entries are not independent where their pages are one, their links led to
 * one address (be it for now only, so that it proves no page the same), their texts are near enough for a reprint (see
 * `sketch.ts`) or their publishers of one name (see `publisher.ts`); that two papers wrote from one press release in
 * their own words is not seen.
 *
 * Each entry joins the first one logged before it of which it is not independent, or begins a voice of its own. So
 * those that are there never change places when another is logged, and more evidence never counts for less.
 */
export function voicesOf(entries: readonly BalanceEntry[]): {
  readonly voices: readonly Voice[];
  readonly notIndependent: readonly Dependence[];
} {
  const notIndependent: Dependence[] = [];
  const voices: BalanceEntry[][] = [];
  const placed: Placed[] = [];
  for (const entry of entries.toSorted(byLogging)) {
    const compared = comparedBy(entry);
    let voice: BalanceEntry[] | null = null;
    for (const earlier of placed) {
      const reason = dependence(compared, earlier);
      if (reason === null) continue;
      notIndependent.push({ id: entry.id, of: earlier.entry.id, reason });
      voice = earlier.voice;
      break;
    }
    if (voice === null) {
      voice = [];
      voices.push(voice);
    }
    voice.push(entry);
    placed.push({ ...compared, voice });
  }
  return {
    voices: voices.map((own) => ({ entries: own, isMakers: own.some(({ kind }) => kind === "maker") })),
    notIndependent,
  };
}

/** How many independent publishers speak. What makers say of their own counts once, however many of them say it. */
export function publishersIn(voices: readonly Voice[]): number {
  const others = voices.filter(({ isMakers }) => !isMakers).length;
  return others < voices.length ? others + 1 : others;
}
