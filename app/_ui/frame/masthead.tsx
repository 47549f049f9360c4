import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { NavLinks } from "./nav-links.tsx";
import { StaticHtml } from "./page.tsx";

/** The mark: a window on a line of time, and now. */
const Mark = () => (
  <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <path d="M1 13h24" stroke="var(--rule-strong)" strokeWidth="2" />
    <rect x="8" y="9" width="11" height="8" rx="1" fill="var(--accent)" />
    <path d="M20.5 1v16" stroke="var(--now)" strokeWidth="2" />
  </svg>
);

/** The head of every page: the name, the places to go, and the other language. */
export function Masthead({
  m,
  language,
  address,
}: {
  m: Messages;
  language: Language;
  /** Where we are: the path with its query. */
  address: string;
}) {
  const { nav } = m;
  return (
    <StaticHtml as="header" className="masthead">
      <a className="mark" href="/">
        <Mark />
        {m.brand.name}
      </a>
      <NavLinks
        label={nav.label}
        path={address.replace(/\?.*/, "")}
        links={[
          { href: "/", text: nav.due },
          { href: "/forecasts", text: nav.forecasts },
          { href: "/timeline", text: nav.timeline },
          { href: "/sources", text: nav.sources },
          { href: "/speakers", text: nav.speakers },
          { href: "/history", text: nav.history },
        ]}
      />
      <a className="add" href="/forecasts/new">
        {nav.add}
      </a>
      <LanguageSwitch
        to={language === "en" ? "zh-Hant" : "en"}
        text={nav.otherLanguage}
        label={nav.switchLanguage}
        address={address}
      />
    </StaticHtml>
  );
}
