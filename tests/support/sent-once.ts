import { type KeyedChange, once } from "#db/change/once.ts";
import { createSpeaker } from "#db/sources/create-speaker.ts";
import type { Store, Writer } from "#db/store.ts";
import { err, ok } from "#domain/result.ts";
import { MOMENT, NOW } from "./seeded.ts";

/** Who is put on record. Done twice, there are two of the name. */
export const NAME = "Grace Hopper";

export interface Sending extends Partial<KeyedChange> {
  readonly now?: Date;
  /** Done within the change, once the speaker is stored. */
  readonly within?: () => Promise<void>;
  readonly isRefused?: boolean;
}

/** Puts a speaker on record under a key; refused, it is so at the very end. */
export const speakerOnce = (tx: Writer, sending: Sending = {}) => {
  const { scope = "anyone", key = "k", fingerprint = "a".repeat(64) } = sending;
  const { now = NOW, within, isRefused = false } = sending;
  return once(tx, { scope, key, fingerprint }, now, async () => {
    const draft = { name: { en: NAME, "zh-Hant": null }, role: { en: null, "zh-Hant": null } };
    const { slug } = await createSpeaker(tx, draft, { ...MOMENT, now });
    await within?.();
    if (isRefused) return err({ kind: "not-found" as const });
    const body = JSON.stringify({ slug, 名: "\0" });
    return ok({ status: 201, location: `/api/v1/speakers/${slug}`, body });
  });
};

/** The same as a change of its own. */
export const sendSpeaker = (store: Store, sending?: Sending) => store.write((tx) => speakerOnce(tx, sending));
