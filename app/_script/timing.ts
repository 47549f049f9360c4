import { follow, forEach, textIn } from "./controls.ts";

/** Marks the line of a rule that the typed day falls under. Days are ISO text, so they compare as text. */
const markBands = () =>
  forEach("data-day-of", (rule, name) => {
    const form = rule.closest("form");
    const on = form === null ? "" : (textIn(form, name) ?? "");
    for (const band of rule.querySelectorAll<HTMLElement>("[data-from]")) {
      const { from = "", to } = band.dataset;
      const isMet = on !== "" && on >= from && (to === undefined || on <= to);
      if (isMet) band.setAttribute("aria-current", "date");
      else band.removeAttribute("aria-current");
    }
  });

export const followDays = (): void => follow(markBands);
