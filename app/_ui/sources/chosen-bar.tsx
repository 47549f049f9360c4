import type { Messages } from "#messages/en.ts";
import { ONWARD } from "./field-names.ts";

/**
 * How many sentences are chosen, and the way to save them, in view wherever the list is read. Script counts them and
 * shows it (app/_script/chosen.ts).
 *
 * @param most how many can be chosen: it says so of each number, since a rule for numbers does not go to a browser
 */
export function ChosenBar({ most, hasNext, m }: { most: number; hasNext: boolean; m: Messages }) {
  const r = m.reading;
  const counts = Array.from({ length: most + 1 }, (_, count) => r.chosen(count));
  return (
    <div className="chosen-bar" data-chosen-bar hidden>
      <span aria-live="polite" data-counts={counts.join("\n")} />
      <button className="button primary" type="submit">
        {r.save}
      </button>
      {hasNext && (
        <button className="button" type="submit" name={ONWARD} value="yes">
          {r.saveAndGoOn}
        </button>
      )}
    </div>
  );
}

/** The way to other sentences, which says so where what is ticked would be left behind. */
export const OnwardLink = ({ href, text, unsaved }: { href: string; text: string; unsaved: string }) => (
  <a href={href}>
    <span data-leaving="nothing">{text}</span>
    <span data-leaving="chosen" hidden>
      {unsaved}
    </span>
  </a>
);
