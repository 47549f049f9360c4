import type { Messages } from "#messages/en.ts";
import { TextField } from "../../forms/fields.tsx";
import { READ_FIRST } from "./offers.ts";

/**
 * What a form is sent with when somebody presses Enter: a browser takes the first button there is, which would be the
 * one beside the link.
 */
export const SubmitOnEnter = () => <button type="submit" hidden />;

/** The link of a page, with a button that has it read before anything else is typed. */
export function LinkField({ m, reads, value }: { m: Messages; reads: boolean; value?: string }) {
  const e = m.evidence;
  return (
    <TextField
      name="url"
      type="url"
      label={e.url}
      hint={reads ? m.bareLink.enough : m.bareLink.notRead}
      value={value}
      beside={
        reads && (
          <div>
            <button className="button small" type="submit" name={READ_FIRST} value="yes">
              {m.bareLink.readFirst}
            </button>
          </div>
        )
      }
    />
  );
}
