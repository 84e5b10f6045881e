const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
// Only resolves relative addresses; nothing is ever asked of it.
const HERE = 'https://here.invalid';

/** Where a lesson's link may go: web and mail addresses and places on this site. Anything else is null. */
export function safeHref(href: string): { readonly href: string; readonly isExternal: boolean } | null {
  if (!URL.canParse(href, HERE)) return null;
  const url = new URL(href, HERE);
  if (!PROTOCOLS.has(url.protocol)) return null;
  if (url.origin !== HERE) return { href: url.href, isExternal: true };
  // A bare name would depend on the address of the page around it.
  if (!/^[/#]/.test(href)) return null;
  return { href: href.startsWith('#') ? url.hash : `${url.pathname}${url.search}${url.hash}`, isExternal: false };
}
