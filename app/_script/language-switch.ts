import { inThisTab, parsed } from "./storage.ts";
import { asTyped, putBack, typedIn } from "./typed.ts";

const KEY = "hindcast-switch";
const isSwitch = (form: HTMLFormElement) => form.getAttribute("action") === "/language";

/** Keeps what is typed in any form of the page while it is left for the same page in the other language. */
function keepTyped(): void {
  const forms = [...document.forms]
    .map((form, place) => ({ place, action: form.getAttribute("action"), typed: typedIn(form) }))
    .filter(({ typed }) => Object.keys(typed).length > 0);
  if (forms.length > 0) inThisTab.keep(KEY, JSON.stringify({ path: location.pathname, forms }));
}

/** Puts back, once, what was typed before the language was switched. */
function putBackOnce(): void {
  const { path, forms } = Object(parsed(inThisTab.read(KEY)));
  inThisTab.drop(KEY);
  if (path !== location.pathname || !Array.isArray(forms)) return;
  for (const { place, action, typed } of forms.map(Object)) {
    const form = document.forms[Number(place)];
    if (form !== undefined && form.getAttribute("action") === action) putBack(form, asTyped(typed));
  }
}

/** Has a form that is filled in halfway survive the switch of the language. */
export function followLanguageSwitch(): void {
  putBackOnce();
  document.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement && isSwitch(target)) keepTyped();
  });
}
