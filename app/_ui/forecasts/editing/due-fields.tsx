import { readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { areInQuote } from "#domain/sources/quoted-words.ts";
import type { Translated } from "#domain/vocabulary.ts";
import { PREVIEW } from "../../../_words/form-state.ts";
import { toldOf, windowLines } from "../../../_words/window-lines.ts";
import { FoldedFields, GroupFault, TextField, TickField } from "../../forms/fields.tsx";
import type { ForecastFormProps } from "./forecast-labels.ts";
import { TranslatedField } from "./texts.tsx";
import { WindowPreview } from "./window-preview.tsx";

const hasNote = (note: Translated) => note.en !== null || note["zh-Hant"] !== null;

/** When it falls due: what the words say, and what may be chosen in their place. */
export function DueFields({ stored, m, language }: ForecastFormProps) {
  const e = m.editing;
  const draft = stored?.draft;
  const words = draft?.horizon ?? null;
  const reading =
    draft === undefined || words === null ? null : readHorizon(words, textLanguage(draft.lang), draft.saidOn);
  const isQuoted = draft === undefined || words === null || areInQuote(words, draft.quote);
  const direction = draft === undefined ? null : { words: draft, negative: draft.negative };
  const lines = [...windowLines(reading, language, m, direction), ...(isQuoted ? [] : [e.needNote])];
  return (
    <fieldset className="part">
      <legend>{e.due}</legend>
      <TextField name="horizon" label={e.horizon} hint={e.horizonHint} value={words ?? ""} />
      <WindowPreview
        served={toldOf(lines, reading, language, m)}
        words={e.readings}
        chosen={draft?.reading ?? ""}
      />
      <noscript>
        <button className="button" type="submit" name={PREVIEW} value="window">
          {e.preview}
        </button>
      </noscript>
      <FoldedFields
        title={e.chooseWindow}
        names={["dueFrom", "dueBy", "undated", "horizonNote", "horizonNote.en", "horizonNote.zh-Hant"]}
        open={
          draft !== undefined &&
          (draft.undated || draft.dueFrom !== null || draft.dueBy !== null || hasNote(draft.horizonNote))
        }
      >
        <p className="hint">{e.chooseNote}</p>
        <div className="pair">
          <TextField name="dueFrom" type="date" label={e.dueFrom} value={draft?.dueFrom ?? ""} />
          <TextField name="dueBy" type="date" label={e.dueBy} value={draft?.dueBy ?? ""} />
        </div>
        <TickField name="undated" label={e.undated} ticked={draft?.undated ?? false} />
        <TranslatedField
          name="horizonNote"
          labels={e.horizonNote}
          value={draft?.horizonNote}
          rows={2}
          language={language}
        />
        <GroupFault name="horizonNote" />
      </FoldedFields>
      <TickField name="giveGrace" label={e.giveGrace} hint={e.giveGraceHint} />
      <div className="pair even">
        <TextField
          name="graceBy"
          type="date"
          label={e.graceBy}
          hint={e.graceHint}
          value={draft?.graceBy ?? ""}
        />
        <TextField
          name="reviewOn"
          type="date"
          label={e.reviewOn}
          hint={e.reviewHint}
          value={draft?.reviewOn ?? ""}
        />
      </div>
    </fieldset>
  );
}
