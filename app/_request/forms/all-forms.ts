import { EVIDENCE_FORMS } from "./evidence-forms.ts";
import { FORECAST_FORMS } from "./forecast-forms.ts";
import type { FormHandler } from "./operation-form.ts";
import { recordChosenForm } from "./record-chosen.ts";

const FORMS = { ...FORECAST_FORMS, ...EVIDENCE_FORMS, "record-chosen": recordChosenForm } as const;

/** The name of a form, which stands in the address that it is sent to. */
export type FormName = keyof typeof FORMS;

/** What answers the form of a name; undefined where no form has it. */
export const formOf = (name: string): FormHandler | undefined =>
  Object.hasOwn(FORMS, name) ? new Map<string, FormHandler>(Object.entries(FORMS)).get(name) : undefined;
