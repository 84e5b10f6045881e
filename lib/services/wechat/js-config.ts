import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { takeTurn } from '../throttle/take-turn';

/** What `wx.config` is called with. */
export interface JsConfig {
  readonly appId: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly nonceStr: string;
  readonly signature: string;
}

interface JsConfigInput {
  /** The page's address as its browser has it, without the fragment. */
  readonly url: string;
  /** Where the request came from. */
  readonly address: string;
}

const LIMIT = { limit: 60, windowSeconds: 60 } as const;
const LONGEST_URL = 2000;

/** Signs a page of this site for WeChat's JS-SDK; no other site's, whoever asks. */
export async function jsConfig(
  ctx: Ctx,
  { url, address }: JsConfigInput,
): Promise<Result<JsConfig, 'INVALID_INPUT' | 'THROTTLED' | 'WECHAT_UNAVAILABLE'>> {
  const { wechat } = ctx.gateways;
  if (!isOwn(url, wechat.pageUrl('/'))) return err('INVALID_INPUT');
  if (!(await takeTurn(ctx, { key: `wechat:js-config:${address}`, ...LIMIT }))) return err('THROTTLED');
  const ticket = await wechat.jsapiTicket();
  if (ticket.kind !== 'ok') {
    ctx.log.warn({ outcome: ticket.kind }, 'no ticket to sign pages with');
    return err('WECHAT_UNAVAILABLE');
  }
  const timestamp = Math.floor(ctx.now.getTime() / 1000);
  const nonce = randomBytes(12).toString('hex');
  const signature = wechat.signPage({ ticket: ticket.value, nonce, timestamp, url });
  return ok({ appId: wechat.appId, timestamp, nonceStr: nonce, signature });
}

function isOwn(url: string, home: string): boolean {
  if (url.length > LONGEST_URL || url.includes('#') || !URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return origin === new URL(home).origin && username === '' && password === '';
}
