import type { ReactNode } from "react";
import { useSent } from "../../forms/action-form.tsx";
import type { FieldLabels } from "../../forms/field-labels.ts";
import { TextField } from "../../forms/fields.tsx";
import { Isolated } from "../../text/isolated.tsx";

/** The same claim at other dates: a line for each, and what each would say, once there is something to look through. */
export function LadderFields({
  label,
  hint,
  check,
  names,
}: {
  label: string;
  hint: ReactNode;
  /** What to do with what is shown. */
  check: string;
  names: FieldLabels["names"];
}) {
  const { rungs } = useSent();
  return (
    <>
      <TextField name="ladder" label={label} hint={hint} rows={3} />
      {rungs.length > 0 && <p>{check}</p>}
      {rungs.map((rung) => (
        <fieldset className="field" key={rung.key}>
          <legend>
            <Isolated>{rung.words}</Isolated>
          </legend>
          {rung.lines.map((line) => (
            <p className="hint" key={line}>
              {line}
            </p>
          ))}
          <input type="hidden" name={`${rung.key}.words`} value={rung.words} />
          {[...rung.names, ...rung.notes].map((name) => (
            <TextField key={name} name={`${rung.key}.${name}`} label={names[name]} rows={2} />
          ))}
        </fieldset>
      ))}
    </>
  );
}
