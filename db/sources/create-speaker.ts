import { LANGUAGES, type Translated } from "#domain/vocabulary.ts";
import { newSlug } from "../change/free-slug.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { speakers } from "../schema/tables.ts";
import type { Writer } from "../store.ts";
import { insertSpeaker } from "./insert.ts";

/** Who said it, before they are on record; they have a name in one language at least. */
export interface SpeakerDraft {
  /** Left out, it is made from the name. */
  readonly slug?: string;
  readonly name: Translated;
  readonly role: Translated;
}

/** A name has to stand where the role does: in a language that has none, the other one's. */
const textsOf = ({ name, role }: SpeakerDraft) =>
  LANGUAGES.flatMap((lang) => {
    const called = name[lang] ?? (role[lang] === null ? null : (name.en ?? name["zh-Hant"]));
    return called === null ? [] : [{ lang, name: called, role: role[lang] }];
  });

/**
 * Puts a speaker on record. Two people may have one name, so that nothing is refused.
 *
 * @param seeded the change that it is a part of
 * @returns the new speaker's id and slug
 */
export async function createSpeaker(
  tx: Writer,
  draft: SpeakerDraft,
  { now }: Moment,
  seeded: { readonly partOf?: string } = {},
): Promise<{ readonly id: string; readonly slug: string }> {
  const { name, role } = draft;
  const called = name.en ?? name["zh-Hant"] ?? "";
  const slug = draft.slug ?? (await newSlug(tx, speakers, called, "speaker"));
  const id = await insertSpeaker(tx, slug, textsOf(draft));
  await record(tx, now, {
    action: "speaker-recorded",
    subjectId: id,
    after: {
      slug,
      "name.en": name.en,
      "name.zh-Hant": name["zh-Hant"],
      "role.en": role.en,
      "role.zh-Hant": role["zh-Hant"],
    },
    partOf: seeded.partOf,
  });
  return { id, slug };
}
