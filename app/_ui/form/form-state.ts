/** What a refused form shows: what was typed, what is wrong with which field, and what stands in its way. */
export interface FormState {
  /** How often it was refused; 0 for a form that was not sent yet. */
  readonly attempt: number;
  readonly values: { readonly [field: string]: string | readonly string[] };
  readonly errors: { readonly [field: string]: string };
  readonly message: string | null;
  readonly link: { readonly href: string; readonly text: string } | null;
}

export const FRESH: FormState = { attempt: 0, values: {}, errors: {}, message: null, link: null };

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
