/** As much of a path as is told: nobody reads further, and a hostile one has half a million steps. */
const MOST_STEPS = 20;

/** Of JSON, what has a meaning outside of its texts. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPENS_LIST = 0x5b;
const CLOSES_LIST = 0x5d;
const OPENS_OBJECT = 0x7b;
const CLOSES_OBJECT = 0x7d;

/** A list or an object that is not closed yet. */
interface Open {
  readonly isList: boolean;
  /** The keys of an object so far, made with the first: half a million empty sets would take their time. */
  keys: Set<string> | null;
  /** Where we are in it: at the value of this key, or of this place. */
  at: string | number;
}

/** Where a text ends that begins at a quotation mark: at the other one. */
function endOfText(json: string, start: number): number {
  for (let i = start + 1; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit === QUOTE) return i;
    if (unit === BACKSLASH) i += 1;
  }
  return json.length;
}

/** A key as it is meant, however it is written: `"\u0061"` is `"a"`. */
function keyIn(json: string, start: number, end: number): string {
  const written = json.slice(start + 1, end);
  return written.includes("\\") ? String(JSON.parse(`"${written}"`)) : written;
}

const isBlank = (unit: number) => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

function isKey(json: string, end: number): boolean {
  let next = end + 1;
  while (isBlank(json.charCodeAt(next))) next += 1;
  return json.charCodeAt(next) === COLON;
}

const pathOf = (open: readonly Open[]): string =>
  open
    .slice(0, MOST_STEPS)
    .map(({ at }) => at)
    .join(".");

/**
 * The first key that an object of a JSON text has twice, by its path; null where none has. JSON.parse takes the last of
 * them without a word, so that what is stored may be another thing than what a reader before us has looked at. In one
 * pass, whatever is sent.
 *
 * @param json what JSON.parse has accepted
 * @example repeatedKey('{"claim":{"en":"A","\\u0065n":"B"}}') // "claim.en"
 */
export function repeatedKey(json: string): string | null {
  const open: Open[] = [];
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    const inside = open[open.length - 1];
    if (unit === OPENS_OBJECT) open.push({ isList: false, keys: null, at: "" });
    else if (unit === OPENS_LIST) open.push({ isList: true, keys: null, at: 0 });
    else if (unit === CLOSES_OBJECT || unit === CLOSES_LIST) open.pop();
    else if (unit === COMMA && typeof inside?.at === "number") inside.at += 1;
    else if (unit === QUOTE) {
      const end = endOfText(json, i);
      if (inside !== undefined && !inside.isList && isKey(json, end)) {
        const key = keyIn(json, i, end);
        inside.at = key;
        if (inside.keys?.has(key)) return pathOf(open);
        inside.keys ??= new Set();
        inside.keys.add(key);
      }
      i = end;
    }
  }
  return null;
}
