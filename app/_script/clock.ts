/** What time it is for who sits before the browser. */
export const now = (): number => Date.now();

/** A time as the page's language writes it, in the time zone of who reads it. */
export const writeTime = (at: number, locale: string | undefined): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
    .format(at)
    .replace("Sept", "Sep");
