/** Says in a page's HTML that nothing in it waits for the framework's script (see app/_ui/frame/page.tsx). */
const STATIC = '<main data-static="true"';

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>/g;

/**
 * A page's HTML as it is sent: without the framework's script and the data for it, where nothing in the page waits for
 * them. Every text in a page is escaped, so whatever looks like an element is one.
 */
export const sentHtml = (html: string): string => (html.includes(STATIC) ? html.replace(SCRIPT, "") : html);
