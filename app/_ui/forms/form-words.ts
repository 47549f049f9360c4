import type { Messages } from "../../../messages/en.ts";
import type { FormWords } from "./action-form.tsx";

/** The words that a form says in the browser: just these go there. */
export const formWords = ({ form, editing }: Messages): FormWords => ({
  nothingLost: form.nothingLost,
  sending: form.sending,
  colon: editing.colon,
});
