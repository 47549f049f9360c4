/**
 * The closed lists of words that the records are made of. Code, tables, addresses and the API use these and no
 * synonyms.
 */

/** The languages the app speaks and keeps claims in. */
export const LANGUAGES = ["en", "zh-Hant"] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a forecast stands on a day; see `status.ts`. In the order of the queue. */
export const STATUSES = ["overdue", "due", "open", "upcoming", "review", "watching", "resolved"] as const;
export type Status = (typeof STATUSES)[number];

/** How a forecast turned out. Only the first three are ever scored. */
export const OUTCOMES = ["true", "partly", "false", "unclear", "void"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Which way a piece of evidence points. */
export const STANCES = ["supports", "contradicts", "context"] as const;
export type Stance = (typeof STANCES)[number];

/** What evidence a list may be narrowed to; `none`: nobody has logged any. */
export const STANCE_FILTERS = ["supports", "contradicts", "none"] as const;
export type StanceFilter = (typeof STANCE_FILTERS)[number];

/** How much a piece of evidence weighs. */
export const STRENGTHS = ["weak", "moderate", "strong"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What a page is to the claim it speaks of: a first-hand record, a report of one, the maker's own word, an opinion. */
export const SOURCE_KINDS = ["primary", "secondary", "maker", "opinion"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * How a link stands, as the last visit found it: nobody has read it yet; it says what it said; its text is another;
 * it leads elsewhere; it is gone; it could not be read; we do not go there.
 */
export const LINK_STANDINGS = [
  "waiting",
  "alive",
  "changed",
  "moved",
  "gone",
  "unreachable",
  "refused",
] as const;
export type LinkStanding = (typeof LINK_STANDINGS)[number];

/** How one forecast relates to another; `composed-of`: the first is a sum of which the second is a part. */
export const RELATION_KINDS = ["composed-of", "restates", "related", "follows", "contradicts"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** The orders a list may be asked for; the sign turns one round. Those without a last day come last in either. */
export const SORTS = ["due", "-due", "said", "-said"] as const;
export type Sort = (typeof SORTS)[number];

/** The orders of a search: the best matches first, or any order of a list. */
export const SEARCH_SORTS = ["relevance", ...SORTS] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** What is fixed before judging, in the order it is shown. */
export const CRITERIA = [
  "trueIf",
  "partlyIf",
  "falseIf",
  "cannotBeJudgedIf",
  "whereToLook",
  "finePrint",
] as const;
export type Criterion = (typeof CRITERIA)[number];

/**
 * Something for each of some words.
 *
 * @example recordOf(["a", "b"], (key) => key.toUpperCase()) // { a: "A", b: "B" }
 */
export const recordOf = <Key extends string, Of>(keys: readonly Key[], of: (key: Key) => Of) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as { readonly [K in Key]: Of };

/** Something for each criterion. */
export const eachOfCriteria = <Of>(of: (criterion: Criterion) => Of) => recordOf(CRITERIA, of);

export type Criteria = { readonly [K in Criterion]: string | null };

/** What a piece of evidence may be said to speak to. */
export const JUDGED_CRITERIA = ["trueIf", "partlyIf", "falseIf", "cannotBeJudgedIf"] as const;
export type JudgedCriterion = (typeof JUDGED_CRITERIA)[number];

/** A text of ours in every language it exists in. */
export type Translated = { readonly [L in Language]: string | null };
