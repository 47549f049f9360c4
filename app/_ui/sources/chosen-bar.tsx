"use client";

import { useChosenCount } from "./chosen-count.ts";
import { ONWARD } from "./field-names.ts";

/** What a bar says: as many texts as can be chosen and one more, since a rule for numbers does not go to a browser. */
export interface ChosenWords {
  readonly counts: readonly string[];
  readonly save: string;
  readonly saveAndGoOn: string;
}

/** How many sentences are chosen, and the way to save them, in view wherever the list is read. Only with script. */
export function ChosenBar({ words, hasNext }: { words: ChosenWords; hasNext: boolean }) {
  const count = useChosenCount();
  if (count === null || count === 0) return null;
  return (
    <div className="chosen-bar">
      <span aria-live="polite">{words.counts[count] ?? count}</span>
      <button className="button primary" type="submit">
        {words.save}
      </button>
      {hasNext && (
        <button className="button" type="submit" name={ONWARD} value="yes">
          {words.saveAndGoOn}
        </button>
      )}
    </div>
  );
}
