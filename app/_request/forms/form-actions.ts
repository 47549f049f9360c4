import { type FormAction, FRESH, FROM, REFUSED } from "../../_words/form-state.ts";
import { pageContext } from "../page-context.ts";
import type { FormName } from "./form-door.ts";
import { findRefused } from "./refused-forms.ts";

/** What an address says of what was just saved or refused, which is over once something else is sent. */
const PASSING = ["saved", "also", "entry", REFUSED];

/** The page that is shown, as a form on it leads back to it: the address of the form says where it stands. */
export function pageAt(address: string): string {
  const [path = "/", query = ""] = address.split("?");
  const kept = new URLSearchParams(query);
  for (const name of PASSING) kept.delete(name);
  return kept.size === 0 ? path : `${path}?${kept}`;
}

export type FormActions = (name: FormName, ...of: readonly string[]) => FormAction;

/** Where the forms of the page that is shown are sent, and how each of them stands: one of them may have been refused. */
export async function formActions(): Promise<FormActions> {
  const { address } = await pageContext();
  const id = new URLSearchParams(address.split("?")[1] ?? "").get(REFUSED);
  const refused = id === null ? undefined : await findRefused(id);
  const from = new URLSearchParams({ [FROM]: pageAt(address) });
  return (name, ...of) => {
    const path = ["/forms", name, ...of.map(encodeURIComponent)].join("/");
    return { address: `${path}?${from}`, state: refused?.form === name ? refused.state : FRESH };
  };
}
