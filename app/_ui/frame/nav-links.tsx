import type { Route } from "next";

/** The places to go, with the one we are in marked. */
export function NavLinks({
  label,
  links,
  path,
}: {
  label: string;
  links: readonly { readonly href: Route; readonly text: string }[];
  /** Where we are. */
  path: string;
}) {
  const isHere = (href: string) => (href === "/" ? path === "/" : path.startsWith(href));
  return (
    <nav aria-label={label}>
      {links.map(({ href, text }) => (
        <a key={href} href={href} aria-current={isHere(href) ? (path === href ? "page" : "true") : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
