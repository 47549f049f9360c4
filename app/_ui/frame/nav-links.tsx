"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";

/** The places to go, with the one we are in marked. A client leaf: only the browser's address knows which that is. */
export function NavLinks({
  label,
  links,
}: {
  label: string;
  links: readonly { readonly href: Route; readonly text: string }[];
}) {
  const path = usePathname();
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
