// Its host is nobody's: only what stays on it is local.
const HERE = 'http://local.invalid';

// Control characters and spaces, which browsers drop or trim, and backslashes, which they read as slashes.
const DECEPTIVE = /[\p{Cc}\p{Z}\p{Cf}\\]/u;

// Slashes in disguise at the start: a proxy on the way may decode them before a browser reads the address.
const ENCODED_START = /^\/(?:%2f|%5c|%25)/i;

/**
 * Where to go after signing in: `candidate` when it is a path of this site, else `fallback`.
 * Anything a browser, a proxy or a router could read as another host counts as foreign.
 */
export function localPath(candidate: string | null | undefined, fallback = '/'): string {
  if (!candidate?.startsWith('/') || DECEPTIVE.test(candidate) || ENCODED_START.test(candidate)) return fallback;
  if (!URL.canParse(candidate, HERE)) return fallback;
  const url = new URL(candidate, HERE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/..//evil` is local to begin with and `//evil` once its dots are resolved.
  return url.origin === HERE && !path.startsWith('//') ? path : fallback;
}
