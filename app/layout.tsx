import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "@fontsource-variable/newsreader/wght-italic.css";
import "./_ui/styles/tokens.css";
import "./_ui/styles/base.css";
import "./_ui/styles/frame.css";
import "./_ui/styles/ledger.css";
import "./_ui/styles/forms.css";
import "./_ui/styles/forecast.css";
import "./_ui/styles/balance.css";
import "./_ui/styles/reading.css";
import "./_ui/styles/copies.css";
import "./_ui/styles/timeline.css";
import "./_ui/styles/print.css";
import { pageContext } from "./_request/page-context.ts";
import { Footer } from "./_ui/frame/footer.tsx";
import { Masthead } from "./_ui/frame/masthead.tsx";

export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#161614" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return {
    title: { default: `${m.brand.name} · ${m.brand.tagline}`, template: `%s · ${m.brand.name}` },
    description: m.brand.description,
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, m, today, timeZone, isOpen, address } = await pageContext();
  return (
    <html lang={language}>
      <body>
        <a className="skip" href="#content">
          {m.nav.skip}
        </a>
        <Masthead m={m} language={language} address={address} />
        {children}
        <Footer m={m} language={language} today={today} timeZone={timeZone} isOpen={isOpen} />
      </body>
    </html>
  );
}
