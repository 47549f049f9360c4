import type { Day } from "../day.ts";
import type { Token } from "./tokens.ts";

const END: Token = {
  kind: "end",
  text: "",
  value: Number.NaN,
  start: 0,
  end: 0,
  glued: false,
};

/** The tokens of a text. Every look at one is counted, which is what reading costs. */
export class Tokens {
  steps = 0;
  readonly text: string;
  /** The day on which the text was said. */
  readonly saidOn: Day;
  private readonly all: readonly Token[];

  constructor(text: string, all: readonly Token[], saidOn: Day) {
    this.text = text;
    this.all = all;
    this.saidOn = saidOn;
  }

  get length(): number {
    return this.all.length;
  }

  /** The token at a place; before the first and after the last an empty one. */
  at(place: number): Token {
    this.steps += 1;
    return this.all[place] ?? END;
  }

  is(place: number, text: string): boolean {
    return this.at(place).text === text;
  }

  /** The text from one token up to another, as it was written. */
  between(from: number, to: number): string {
    const first = this.at(from);
    const last = this.at(to - 1);
    return this.text.slice(first.start, Math.max(first.start, last.end));
  }
}

/** What was read at a place, and the place after it. */
export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

/** Reads one thing at a place, or finds that it is not there. Looks at a bounded number of tokens. */
export type Rule<T> = (tokens: Tokens, place: number) => Found<T> | null;

/**
 * A rule that looks once: asked again at a place of the same tokens, it answers what it found. Rules ask one another,
 * so without this a place would be looked at many times over.
 */
export function remembered<T>(rule: Rule<T>): Rule<T> {
  // Texts are read one after the other, so that only the one at hand is remembered.
  let of: Tokens | undefined;
  let answers: (Found<T> | null | undefined)[] = [];
  return (tokens, place) => {
    if (tokens !== of) {
      of = tokens;
      answers = [];
    }
    let found = answers[place];
    if (found === undefined) {
      found = rule(tokens, place);
      if (place >= 0) answers[place] = found;
    }
    return found;
  };
}

/** The reading that goes furthest; the first of those that go as far. */
export function furthest<T>(found: readonly (Found<T> | null)[]): Found<T> | null {
  let best: Found<T> | null = null;
  for (const one of found) if (one !== null && one.end > (best?.end ?? -1)) best = one;
  return best;
}
