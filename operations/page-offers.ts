import type { z } from "zod";
import type { PageRecord } from "#db/pages/record.ts";
import { type Day, isDay } from "#domain/day.ts";
import { withoutUnseen } from "#domain/unseen.ts";
import { line } from "./fields.ts";

/**
 * How far the reading of a page has come: nobody has asked for it; it is under way; it was read; it was read and says
 * nothing of itself; it could not be read.
 */
export const READING_STATES = ["unread", "waiting", "read", "silent", "failed"] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** A detail of a page for a person to confirm: what it says of itself, or what is on record of it. */
export interface Offer<Value extends string = string> {
  readonly value: Value;
  readonly from: "page" | "record";
}

/** What is offered of a page, by the fields that it is for. */
export interface PageOffers {
  readonly reading: ReadingState;
  readonly title: Offer | null;
  readonly publisher: Offer | null;
  readonly author: Offer | null;
  readonly publishedOn: Offer<Day> | null;
  readonly description: Offer | null;
  /** A language tag, "zh-TW". */
  readonly lang: Offer | null;
}

/** How far the reading of a page has come. */
export function readingState({ link, details }: Pick<PageRecord, "link" | "details">): ReadingState {
  if (details !== null) return Object.values(details).some((value) => value !== null) ? "read" : "silent";
  if (link === null) return "unread";
  // That is over in a minute.
  if (link.standing === "waiting" && link.fault === "waits-for-host") return "waiting";
  if (link.fault !== null || link.standing === "gone") return "failed";
  return link.standing === "waiting" ? "waiting" : "silent";
}

/** As much of a text as its field takes, cleaned; nothing where the field would refuse it all the same. */
function fitting(value: string | null | undefined, limit: number, field: z.ZodType<string>): string | null {
  const parsed = field.safeParse(
    [
      ...withoutUnseen(value ?? "")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ]
      .slice(0, limit)
      .join(""),
  );
  return parsed.success ? parsed.data : null;
}

const asText = (limit: number) => {
  const field = line(limit);
  return (value: string | null | undefined) => fitting(value, limit, field);
};
const fits = {
  title: asText(300),
  publisher: asText(120),
  author: asText(200),
  description: asText(1000),
  lang: asText(35),
};

/**
 * What is offered of a page. What somebody has logged of it comes before what it says of itself.
 *
 * @param isLogged whether it is on a forecast: before that, it is called by its address
 */
export function offersOf(page: PageRecord, isLogged: boolean, today: Day): PageOffers {
  const { details } = page;
  const offer = <Value extends string>(recorded: Value | null, said: Value | null): Offer<Value> | null => {
    if (isLogged && recorded !== null) return { value: recorded, from: "record" };
    return said === null ? null : { value: said, from: "page" };
  };
  const said = details?.publishedOn ?? null;
  const day = said !== null && isDay(said) && said <= today ? said : null;
  return {
    reading: readingState(page),
    title: offer(withoutUnseen(page.title), fits.title(details?.title)),
    publisher: offer(withoutUnseen(page.publisher), fits.publisher(details?.siteName)),
    author: offer(page.author && withoutUnseen(page.author), fits.author(details?.author)),
    publishedOn: offer(page.publishedOn, day),
    description: offer(null, fits.description(details?.description)),
    lang: offer(null, fits.lang(details?.lang)),
  };
}
