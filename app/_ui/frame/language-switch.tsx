"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** The switch to the other language: a form, because it changes what is kept, that comes back to where we are. */
export function LanguageSwitch({ to, text, label }: { to: string; text: string; label: string }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  return (
    <form action="/language" method="post">
      <input type="hidden" name="lang" value={to} />
      <input type="hidden" name="back" value={query === "" ? path : `${path}?${query}`} />
      <button className="link-button" type="submit" lang={to} title={label}>
        {text}
      </button>
    </form>
  );
}
