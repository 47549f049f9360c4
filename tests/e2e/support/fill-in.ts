import type { Page } from "@playwright/test";

/** What goes into the fields of a form, by their names. */
export interface Values {
  readonly [field: string]: string;
}

/** The form that is sent to this address. */
export const formAt = (page: Page, name: string) => page.locator(`form[action^="/forms/${name}"]`).first();

/** Fills in a form in one go and unfolds what it stands in: hundreds of times, field by field takes too long. */
export const fillIn = (page: Page, name: string, values: Values): Promise<void> =>
  formAt(page, name).evaluate((form: HTMLFormElement, values) => {
    for (let at = form.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
      at.open = true;
    for (const [field, value] of Object.entries(values)) {
      const found = [...form.querySelectorAll<HTMLInputElement>(`[name="${field}"]`)];
      const tick = found.find((one) => one.value === value && /radio|checkbox/.test(one.type));
      if (tick) tick.checked = true;
      for (const one of found) if (!/radio|checkbox/.test(one.type)) one.value = value;
      found[0]?.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, values);

/** Where on the screen the button of a form is, to be pressed as a hand does it: whatever it leads to. */
export async function placeOfButton(page: Page, name: string): Promise<readonly [number, number]> {
  const button = formAt(page, name).locator("button[type=submit]").last();
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error(`The form ${name} shows no button`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
