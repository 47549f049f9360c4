/** Says in a page's HTML that the framework's script has nothing to do in it (see app/_ui/frame/page.tsx). */
const STATIC = '<main data-static="true"';

/** All but our own, which has an address of its own (see app/_script/served.ts). */
const SCRIPT = /<script\b(?! src="\/script\/)[^>]*>[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>/g;

/**
 * A page's HTML as it is sent: without the framework's script and the data for it, where they have nothing to do in
 * the page. Every text in a page is escaped, so whatever looks like an element is one.
 */
export const sentHtml = (html: string): string => (html.includes(STATIC) ? html.replace(SCRIPT, "") : html);
