import { pageContext } from "./_request/page-context.ts";
import { Page } from "./_ui/frame/page.tsx";

/** An address that leads nowhere. */
export default async function NotFound() {
  const { m } = await pageContext();
  return (
    <Page>
      <title>{`${m.missing.title} · ${m.brand.name}`}</title>
      <h1>{m.missing.title}</h1>
      <p className="lead">{m.missing.lead}</p>
      <p>
        <a href="/forecasts">{m.missing.go}</a>
      </p>
    </Page>
  );
}
