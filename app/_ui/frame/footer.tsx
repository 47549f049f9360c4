import type { Day as CalendarDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { Sentence } from "../text/isolated.tsx";
import { StaticHtml } from "./page.tsx";

/** What day it is here, and where machines read the same. */
export function Footer({
  m,
  language,
  today,
  timeZone,
  isOpen,
}: {
  m: Messages;
  language: Language;
  today: CalendarDay;
  timeZone: string;
  /** Whether others than this machine are answered, who can change what they like. */
  isOpen: boolean;
}) {
  return (
    <StaticHtml as="footer" className="footer">
      <p>
        <Sentence parts={m.footer.days(timeZone, <Day on={today} language={language} />)} />
      </p>
      {isOpen && <p>{m.footer.open}</p>}
      <p className="no-print">
        <a href="/links">{m.links.title}</a>
        {" · "}
        <a href="/api/v1/forecasts">{m.footer.api}</a>
      </p>
    </StaticHtml>
  );
}
