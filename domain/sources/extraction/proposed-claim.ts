import { withoutUnseen } from "../../unseen.ts";
import type { Sentence } from "../transcript.ts";

// What a sentence opens with that belongs to the talk and not to the claim. Those that also begin a time or a measure
// ("so far", "now that") are followed by what tells.
const ENGLISH =
  /^(?:(?:and|but|so|because|well|look|listen|okay|ok|yeah|yes|no|right|sure|now|anyway|honestly|frankly|i mean|you know|i tell you|i'll tell you|the thing is|here's the thing|like i said|as i said)(?:,\s+|:\s+|\s*[–—]\s*)|(?:and|but|so)\s+(?!far\b|much\b|many\b|long\b|soon\b|for\b))/i;
const CHINESE =
  /^(?:(?:我跟你講|我跟你说|我跟你說|我跟你讲|我告訴你|我告诉你|跟你講|老實說|老实说|坦白說|坦白说|說真的|说真的|你知道|你看|對|对|嗯|好|是|有|沒有|没有|其實|其实|那|那麼|那么)[，,：:。]\s*|(?:不過|不过|但是|可是|所以|然後|然后|而且|因為|因为|但)[，,]?\s*|我聽到的(?:消息|說法)是[，,：:]?\s*|我听到的(?:消息|说法)是[，,：:]?\s*)/;
const MOST_OPENERS = 4;

/**
 * A sentence as the claim that is proposed of it: without what it opens with, the next word with a capital. The quote
 * stays whole, with characters that nobody sees.
 *
 * @example proposedClaim of "So, look, a new one opens by 2030." // "A new one opens by 2030."
 */
export function proposedClaim({ text, language }: Pick<Sentence, "text" | "language">): string {
  let rest = withoutUnseen(text).trim();
  for (let opener = 0; opener < MOST_OPENERS; opener += 1) {
    const shorter = rest.replace(language === "en" ? ENGLISH : CHINESE, "");
    if (shorter === rest || shorter === "") break;
    rest = shorter;
  }
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
