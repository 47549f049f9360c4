/** What is to be known of a field: in sentences, and as what there is to choose from. */
export interface FieldNote {
  readonly lines: readonly string[];
  readonly readings: readonly { readonly value: string; readonly text: string; readonly means: string }[];
}

/** What a refused form shows: what was typed, what is wrong with which field, and what stands in its way. */
export interface FormState {
  /** How often it was refused; 0 for a form that was not sent yet. */
  readonly attempt: number;
  readonly values: { readonly [field: string]: string | readonly string[] };
  /** What is wrong, each with its field: in pairs, since whoever sends a form may call its fields anything. */
  readonly errors: readonly (readonly [field: string, error: string])[];
  /** What is to be known of a field, without anything being wrong with it. */
  readonly notes: { readonly [field: string]: FieldNote };
  /**
   * The same claim at other dates, to be looked through: the names of the fields of each, and what it says of itself.
   */
  readonly rungs: readonly {
    readonly key: string;
    readonly words: string;
    readonly lines: readonly string[];
    readonly names: readonly string[];
    readonly notes: readonly string[];
  }[];
  /** Null for a form that is only shown again. */
  readonly message: string | null;
  readonly link: { readonly href: string; readonly text: string } | null;
}

export const FRESH: FormState = {
  attempt: 0,
  values: {},
  errors: [],
  notes: {},
  rungs: [],
  message: null,
  link: null,
};

/** Where a form is sent, and how it stands: fresh, or refused with all that was typed. */
export interface FormAction {
  readonly address: string;
  readonly state: FormState;
}

/** The field of a form that says under which key it is sent: sent twice, it is recorded once. */
export const KEY_FIELD = "sent-as";

/** The parameter of a page's address under which it finds the form that was refused there. */
export const REFUSED = "refused";

/** The parameter of a form's address that says on which page it stands. */
export const FROM = "from";

/** The name of a button that only asks for the form to be shown again, with what there is to tell. */
export const PREVIEW = "preview";
