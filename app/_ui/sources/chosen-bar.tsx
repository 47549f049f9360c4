"use client";

import { useEffect, useState } from "react";
import { ONWARD } from "./field-names.ts";

/** What a bar says: as many texts as can be chosen and one more, since a rule for numbers does not go to a browser. */
interface ChosenWords {
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

/** The way to other sentences, which says so where what is ticked would be left behind. */
export function OnwardLink({ href, text, unsaved }: { href: string; text: string; unsaved: string }) {
  const count = useChosenCount();
  return <a href={href}>{count === null || count === 0 ? text : unsaved}</a>;
}

const TAKEN = 'main input[name$=".take"]:checked';

/** How many sentences are ticked; null until there is script to count them. */
export function useChosenCount(): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setCount(document.querySelectorAll(TAKEN).length);
    look();
    document.addEventListener("change", look);
    return () => document.removeEventListener("change", look);
  }, []);
  return count;
}
