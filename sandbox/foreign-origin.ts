import type { Context, Next } from 'hono';

/** The sandbox listens on the developer's machine: no foreign web page may drive it through the browser. */
export async function refuseForeignOrigins(c: Context, next: Next): Promise<Response | undefined> {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== new URL(c.req.url).origin) {
    const message = 'requests from other origins are refused';
    return c.json({ error: { code: 'foreign-origin', message } }, 403);
  }
  await next();
  return undefined;
}
