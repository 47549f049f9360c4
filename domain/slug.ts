/** How long a slug made from a text gets: enough to know it by, and to be read out. */
const MOST_LETTERS = 60;
/** A Chinese character says about as much as two or three letters. */
const MOST_HAN = 24;

/** Addresses that are pages of their own, which no record may have. */
const RESERVED: ReadonlySet<string> = new Set(["new"]);

/** Cuts between words; one that is longer than all there is room for is cut inside. */
function shorten(slug: string): string {
  const most = /\p{Script=Han}/u.test(slug) ? MOST_HAN : MOST_LETTERS;
  const characters = [...slug];
  if (characters.length <= most) return slug;
  const cut = characters.slice(0, most).join("");
  const betweenWords = characters[most] === "-" ? cut : cut.replace(/-[^-]*$/, "");
  return betweenWords.replace(/-+$/, "");
}

/**
 * The part of an address that says what is there: letters and digits of any script in small letters, hyphens between
 * the words, Latin letters without their accents.
 *
 * @param other what to say where the text has neither a letter nor a digit
 * @example slugFrom("Robots fold laundry by 2030!", "forecast") // "robots-fold-laundry-by-2030"
 * @example slugFrom("兩年內，機器人會摺衣服", "forecast") // "兩年內-機器人會摺衣服"
 */
export function slugFrom(text: string, other: string): string {
  const letters = text
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFKC")
    .toLowerCase();
  const slug = letters.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return slug === "" ? other : shorten(slug);
}

/**
 * The slug itself where it is free, else the same with the first number that is.
 *
 * @param taken those that begin with it and are in use
 * @example freeSlug("robots", new Set(["robots", "robots-2"])) // "robots-3"
 */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug) && !RESERVED.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
