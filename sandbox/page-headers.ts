import type { Context, Next } from 'hono';

/** The headers of every page: the given policy, and nothing kept or guessed. */
export function pageHeaders(contentSecurityPolicy: string) {
  return async (c: Context, next: Next): Promise<void> => {
    await next();
    c.header('content-security-policy', contentSecurityPolicy);
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    // Not no-referrer: that makes a browser send "Origin: null" with our own forms.
    c.header('referrer-policy', 'same-origin');
  };
}
