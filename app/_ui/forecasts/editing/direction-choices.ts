import type { Messages } from "../../../../messages/en.ts";

/** Whether a claim is of what will not happen, as a form asks it: as the words say, or chosen. */
export const directionChoices = ({ direction }: Messages["editing"]) =>
  (["", "no", "yes"] as const).map((value) => ({ value, text: direction[value] }));

/** How a form says what was chosen; blank is as the words say. */
export const directionWord = (chosen: boolean | null): "" | "no" | "yes" => {
  if (chosen === null) return "";
  return chosen ? "yes" : "no";
};
