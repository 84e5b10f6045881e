import { wechatTicket } from '@/db/schema';
import { TICKET_MINUTES } from '@/lib/domain/wechat-ticket';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { addressKey } from '../throttle/failure-keys';
import { takeTurn } from '../throttle/take-turn';
import { OAUTH_PATH } from './receive-scan';
import { hashToken, newToken, stateOf } from './ticket-token';

/** A classroom signs in behind one address; a script fills no table. */
const A_MINUTE = 60;

interface OpenedLogin {
  /** Proof, for this browser alone, that it began to sign in. */
  readonly browserSecret: string;
  /** WeChat's OAuth address: what the QR says, or where a browser inside WeChat goes. */
  readonly url: string;
}

/** Begins to sign in by WeChat. `address`: where the request came from. */
export async function openLoginTicket(
  ctx: Ctx,
  { address }: { readonly address: string },
): Promise<Result<OpenedLogin, 'THROTTLED'>> {
  const turn = { key: addressKey('wechat:login', address), limit: A_MINUTE, windowSeconds: 60 };
  if (!(await takeTurn(ctx, turn))) return err('THROTTLED');
  const browserSecret = newToken();
  await ctx.db.insert(wechatTicket).values({
    tokenHash: hashToken(stateOf(browserSecret)),
    browserHash: hashToken(browserSecret),
    purpose: 'login',
    expiresAt: new Date(ctx.now.getTime() + TICKET_MINUTES * 60_000),
    createdAt: ctx.now,
  });
  return ok({ browserSecret, url: loginUrl(ctx, browserSecret) });
}

/** What the QR of a browser's ticket says. Pure. */
export const loginUrl = ({ gateways }: Pick<Ctx, 'gateways'>, browserSecret: string): string =>
  gateways.wechat.oauthUrl({ redirectPath: OAUTH_PATH, scope: 'snsapi_base', state: stateOf(browserSecret) });
