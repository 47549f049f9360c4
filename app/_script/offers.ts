import { fill, follow, forEach, textIn } from "./controls.ts";

const isEmpty = (form: HTMLFormElement, name: string) => textIn(form, name)?.trim() === "";

/** What is offered for the fields of a form that are empty, each under the name of its field. */
const offersIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLElement>("[data-offer]")].flatMap((line) => {
    const { offer = "", value = "" } = line.dataset;
    return isEmpty(form, offer) ? [{ line, name: offer, value }] : [];
  });

/** Says of each offer whether its field has it, and lets it be taken while the field is empty. */
export function showOffers(): void {
  forEach("data-offer", (line, name) => {
    const form = line.closest("form");
    if (form === null) return;
    const isTaken = textIn(form, name) === line.dataset.value;
    line.querySelector("[data-taken]")?.toggleAttribute("hidden", !isTaken);
    line.querySelector("[data-open]")?.toggleAttribute("hidden", isTaken);
    line.querySelector("[data-take]")?.toggleAttribute("hidden", isTaken || !isEmpty(form, name));
  });
  forEach("data-take-all", (button) => {
    const form = button.closest("form");
    button.hidden = form === null || offersIn(form).length === 0;
  });
}

/** Takes what is offered into fields that are empty: one, or all in one go. What was typed is never written over. */
function take({ target }: Event): void {
  const button = target instanceof Element ? target.closest("[data-take], [data-take-all]") : null;
  const form = button?.closest("form");
  if (!button || !form) return;
  const isAll = button.hasAttribute("data-take-all");
  for (const { line, name, value } of offersIn(form)) {
    if (isAll || line.contains(button)) fill(form, name, value);
  }
}

export function followOffers(): void {
  document.addEventListener("click", take);
  follow(showOffers);
}
