import type { PageEntry } from "#db/pages/record.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { routes } from "../../_words/routes.ts";
import { StanceMark } from "../text/marks.tsx";
import { Text } from "../text/translated.tsx";

/** Where a page is logged, and which way it points there. Each leads to its entry. */
export function PageEntries({
  entries,
  here,
  language,
  m,
}: {
  entries: readonly PageEntry[];
  /** The entry whose page this is. */
  here?: string;
  language: Language;
  m: Messages;
}) {
  return (
    <ul className="plain page-entries">
      {entries.map(({ evidenceId, slug, claim, stance, strength }) => (
        <li key={evidenceId}>
          <span className="small">
            <StanceMark stance={stance}>{m.stance[stance]}</StanceMark>
            {m.bareLink.weighs(m.strength[strength])}
          </span>
          <a
            href={evidenceId === here ? routes.forecast(slug) : routes.evidence(evidenceId)}
            aria-current={evidenceId === here ? "true" : undefined}
          >
            <Text of={claim} language={language} />
          </a>
        </li>
      ))}
    </ul>
  );
}
