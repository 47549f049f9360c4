import type { FieldNote } from "../../../_words/form-state.ts";
import { useSent } from "../../forms/action-form.tsx";
import { ChoiceField } from "../../forms/fields.tsx";

export interface Typed {
  readonly horizon: string;
  readonly lang: string;
  readonly saidOn: string;
  /** What the words have to stand in. */
  readonly quote: string;
  /** Whether the claim is of what will not happen: "yes", "no", or blank for as the words say. */
  readonly negative: string;
}

/** What the choice between several ways to read is called. */
export interface ReadingWords {
  readonly legend: string;
  readonly neither: string;
}

/** Where what the words give is asked for while they are typed. */
const ADDRESS = "/forecasts/new/window";

/**
 * The window that the words for the time give: of those that the form begins with, or comes back with. With script
 * (app/_script/window.ts) it is shown while they are typed.
 */
export function WindowPreview({
  served,
  words,
  chosen = "",
  prefix = "",
  given,
}: {
  /** What is told of the words that the form begins with. */
  served: FieldNote;
  words: ReadingWords;
  /** Which way to read them is on record. */
  chosen?: string;
  /** What its field's name begins with, where a form has several. */
  prefix?: string;
  /** What the form does not ask. */
  given?: Omit<Typed, "horizon" | "negative">;
}) {
  const { notes } = useSent();
  const { lines, readings } = notes[`${prefix}horizon`] ?? served;
  return (
    <>
      <div
        className="rule-box"
        aria-live="polite"
        data-window={prefix}
        data-read={ADDRESS}
        data-chosen={chosen}
        data-lang={given?.lang}
        data-said-on={given?.saidOn}
        data-quote={given?.quote}
      >
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {readings.length > 0 && (
        <ChoiceField
          name={`${prefix}reading`}
          legend={words.legend}
          choices={[...readings, { value: "", text: words.neither }]}
          value={[chosen]}
          stacked
        />
      )}
    </>
  );
}

/** The choice as script makes it from, once for a page and outside its form (app/_script/reading-choice.ts). */
export const ReadingChoice = ({ words }: { words: ReadingWords }) => (
  <div data-reading-choice hidden>
    <ChoiceField
      name="reading"
      legend={words.legend}
      choices={[
        { value: "each", text: "", means: "" },
        { value: "", text: words.neither },
      ]}
      stacked
    />
  </div>
);
