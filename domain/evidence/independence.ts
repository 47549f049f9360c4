import type { Day } from "../day.ts";
import { addressKeys } from "../pages/link.ts";
import { publisherKey } from "../pages/publisher.ts";
import { isReprint } from "../pages/sketch.ts";
import type { SourceKind, Stance, Strength } from "../vocabulary.ts";

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
