import type { Context } from 'hono';
import { z } from 'zod';
import { beginAuthorization, decideAuthorization } from './authorize';
import { type AuthorizeError, refusalText } from './authorize-params';
import type { WechatContext } from './context';
import { interpretScan } from './scan';
import type { User } from './state';
import { scanAccount } from './users';

const scanSchema = z.strictObject({ url: z.string().min(1), decision: z.enum(['allow', 'refuse']).optional() });

/**
 * Scans a code for the user, as the phone would, and answers what the phone then shows: `redirect` with the address
 * that is opened, `consent` (ask again with a decision), `oauth-error`, `account`, `page` or `text`.
 */
export async function controlScan(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = scanSchema.safeParse(await c.req.json().catch(() => null));
  if (!given.success) {
    return c.json({ error: { code: 'invalid-scan', message: 'expected {url, decision?: allow | refuse}' } }, 400);
  }
  const scanned = interpretScan(given.data.url, c.req.url);
  if (scanned.kind === 'account') return c.json({ ...scanned, leadsTo: await scanAccount(ctx, user, scanned.qrKey) });
  if (scanned.kind !== 'oauth') return c.json(scanned);
  const { decision } = given.data;
  const begun = beginAuthorization(ctx, user, scanned.query);
  if (!begun.ok) return c.json(refusalView(begun.error));
  if (begun.value.kind === 'redirect') return c.json(begun.value);
  if (decision === undefined) return c.json({ kind: 'consent', scope: begun.value.request.scope });
  const decided = decideAuthorization(ctx, user, scanned.query, decision === 'allow');
  return c.json(decided.ok ? { kind: 'redirect', url: decided.value } : refusalView(decided.error));
}

function refusalView(error: AuthorizeError) {
  return { kind: 'oauth-error', code: error, message: refusalText(error) };
}
