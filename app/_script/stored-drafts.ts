import { now } from "./clock.ts";
import { byChance } from "./key.ts";
import { forGood, parsed } from "./storage.ts";
import { asTyped, type Typed } from "./typed.ts";

// What was typed into long forms and not saved yet, as this browser keeps it.

const PREFIX = "hindcast-draft ";
const MOST_DRAFTS = 20;
/** In characters: a browser keeps some five million for all that a site stores. */
const MOST_IN_ONE = 200_000;
const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1000;

export interface Draft {
  /** What it is stored under. */
  readonly key: string;
  /** When it was begun. */
  readonly begun: number;
  readonly typed: Typed;
  /** The key that it was sent under, where no answer told whether it was saved. */
  readonly sentAs: string | null;
}

/** A name that no other draft has, for one of a form. */
export const newDraft = (form: string): string => `${PREFIX}${form} ${byChance()}`;

/** Whether a draft is one of a form, on whatever page that stands. */
export const isOf = (key: string, form: string): boolean => key.startsWith(`${PREFIX}${form.split("?", 1)}?`);

export function readDraft(key: string): Draft {
  const { begun, typed, sentAs } = Object(parsed(forGood.read(key)));
  return {
    key,
    begun: Number(begun) || 0,
    typed: asTyped(typed),
    sentAs: typeof sentAs === "string" ? sentAs : null,
  };
}

const draftsUnder = (prefix: string): readonly Draft[] =>
  forGood
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map(readDraft)
    .sort((one, other) => other.begun - one.begun);

/** The drafts of a form, the latest first. */
export const draftsOf = (form: string): readonly Draft[] => draftsUnder(`${PREFIX}${form} `);

export const dropDraft = (key: string): void => forGood.drop(key);

/** Drops what is older than a month, and the oldest of too many. */
export function dropOldDrafts(): void {
  const oldest = now() - KEPT_FOR_MS;
  for (const [place, { key, begun }] of draftsUnder(PREFIX).entries()) {
    if (begun < oldest || place >= MOST_DRAFTS) dropDraft(key);
  }
}

/** Stores what is typed. What is too long stays as it was stored before. */
export function keepDraft(key: string, typed: Typed, sentAs: string | null): void {
  const before = forGood.read(key);
  const begun = before === null ? now() : readDraft(key).begun;
  const draft = JSON.stringify({ begun, typed, sentAs });
  if (draft.length > MOST_IN_ONE) return;
  forGood.keep(key, draft);
  if (before === null) dropOldDrafts();
}
