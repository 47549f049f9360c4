import { EVIDENCE_FORMS } from "./evidence-forms.ts";
import { FORECAST_FORMS } from "./forecast-forms.ts";
import type { FormHandler } from "./operation-form.ts";
import { recordChosenForm } from "./record-chosen.ts";

/** The forms by their names: each asks for one operation. */
export const OPERATION_FORMS = { ...FORECAST_FORMS, ...EVIDENCE_FORMS, "record-chosen": recordChosenForm };

/** The name of a form, which stands in the address that it is sent to. */
export type FormName = keyof typeof OPERATION_FORMS;

export const FORM_OPERATIONS = Object.values(OPERATION_FORMS).map(({ operation }) => operation);

const BY_NAME = new Map<string, FormHandler>(Object.entries(OPERATION_FORMS));

/** What answers the form of a name; undefined where no form has it. */
export const formOf = (name: string): FormHandler | undefined => BY_NAME.get(name);
