/** What the linked data of a page say of it (JSON-LD of schema.org), as written. */
export interface LinkedDetails {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly description: string | null;
  readonly published: string | null;
  readonly lang: string | null;
}

const LARGEST = 500_000;
/** Objects looked at; a page has some tens. */
const MOST_OBJECTS = 2_000;
const MOST_AUTHORS = 10;
/** Types of what a page is about itself; an event or a product on it has dates and names of its own. */
const ARTICLE =
  /(?:article|posting|blog|report|thesis|publicationissue|creativework|presentation|dataset|discussion|^qapage|^webpage|^newspage)/i;
const OF_SITE = /^(?:website|(?:news\w*)?organization)$/i;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** Never what an object has by birth: `constructor` is no property of the page's. */
const own = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const typesOf = (object: Json) => listOf(own(object, "@type")).filter((type) => typeof type === "string");

function textOf(value: unknown): string | null {
  const text = listOf(value).find((one) => typeof one === "string" && one.trim() !== "");
  return typeof text === "string" ? text : null;
}

function namesOf(value: unknown): string | null {
  const names = listOf(value)
    .slice(0, MOST_AUTHORS)
    .map((one) => (isObject(one) ? textOf(own(one, "name")) : textOf(one)))
    .filter((name) => name !== null && !/^https?:/i.test(name));
  return names.length === 0 ? null : names.join(", ");
}

function parsed(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\/\s*\]\]>)?[\s;]*$/g,
    "",
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line ends within a text are the usual mistake
  for (const tried of [bare, bare.replace(/[\u0000-\u001f]+/g, " ")]) {
    try {
      return JSON.parse(tried);
    } catch {}
  }
  return null;
}

/** Every object in what was parsed, the outer ones first; in a loop, since depth is the page's to choose. */
function objectsIn(root: unknown): readonly Json[] {
  const found: Json[] = [];
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < MOST_OBJECTS; at += 1) {
    const value = queue[at];
    if (isObject(value)) found.push(value);
    if (typeof value !== "object" || value === null) continue;
    for (const inner of Object.values(value)) {
      if (queue.length >= MOST_OBJECTS) break;
      if (typeof inner === "object" && inner !== null) queue.push(inner);
    }
  }
  return found;
}

/** Nothing that a page writes there can harm: sizes, depth and names are its own affair. */
export function readLinkedData(texts: readonly string[]): LinkedDetails {
  const objects = texts.filter((text) => text.length < LARGEST).flatMap((text) => objectsIn(parsed(text)));
  const isOf = (object: Json, kind: RegExp) => typesOf(object).some((type) => kind.test(type));
  const isWebPage = (object: Json) => isOf(object, /^(?:webpage|newspage)/i);
  const articles = objects
    .filter((object) => isOf(object, ARTICLE))
    .toSorted((a, b) => Number(isWebPage(a)) - Number(isWebPage(b)));
  const byId = new Map(objects.map((object) => [own(object, "@id"), object]));
  /** In a graph an author is often only pointed at. */
  const resolved = (value: unknown): unknown =>
    listOf(value).map((one) =>
      isObject(one) && !own(one, "name") ? (byId.get(own(one, "@id")) ?? one) : one,
    );
  const first = <T>(read: (object: Json) => T | null): T | null => {
    for (const object of articles) {
      const value = read(object);
      if (value !== null) return value;
    }
    return null;
  };
  const site = objects.find((object) => isOf(object, OF_SITE) && textOf(own(object, "name")) !== null);
  return {
    title: first((object) => textOf(own(object, "headline")) ?? textOf(own(object, "name"))),
    siteName:
      first((object) => namesOf(resolved(own(object, "publisher")))) ??
      (site === undefined ? null : textOf(own(site, "name"))),
    author: first((object) => namesOf(resolved(own(object, "author") ?? own(object, "creator")))),
    description: first((object) => textOf(own(object, "description"))),
    published: first((object) => textOf(own(object, "datePublished")) ?? textOf(own(object, "dateCreated"))),
    lang: first((object) => textOf(own(object, "inLanguage"))),
  };
}
