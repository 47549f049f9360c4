import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { langUnless, Text } from "../../_words/translated.tsx";
import type { Group } from "./arrange.ts";
import type { Grouping } from "./view.ts";

/** What the forecasts of a group have in common; nothing where they stand in one list. */
export function GroupName({
  group: { first },
  by,
  language,
  m,
}: {
  group: Group;
  by: Grouping;
  language: Language;
  m: Messages;
}) {
  switch (by) {
    case "due":
      return null;
    case "status":
      return m.status[first.status];
    case "source":
      return <span lang={langUnless(language, first.source.lang)}>{first.source.title}</span>;
    case "speaker":
      return <Text of={first.speaker.name} language={language} />;
    default:
      return by satisfies never;
  }
}
