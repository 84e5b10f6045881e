import { ticketScene } from '@/lib/domain/wechat/scene';
import { TICKET_MINUTES } from '@/lib/domain/wechat-ticket';
import type { AccountCtx } from '../ctx';
import { takeTurn } from '../throttle/take-turn';
import type { OpenedTicket } from './open-ticket';

/** Each costs one of the platform's 100 000 a day; an account that loads the page all the time gets the other QR. */
const A_MINUTE = 10;

/**
 * What the QR says through which one follows the account and binds in one scan. It ends with its ticket and is kept
 * nowhere. Null when WeChat makes none just now.
 */
export async function ticketQr(ctx: AccountCtx, { token }: OpenedTicket): Promise<string | null> {
  const turn = { key: `wechat:qr:ticket:${ctx.actor.id}`, limit: A_MINUTE, windowSeconds: 60 };
  if (!(await takeTurn(ctx, turn))) return null;
  const qr = { scene: ticketScene(token), expiresInSeconds: TICKET_MINUTES * 60 };
  const created = await ctx.gateways.wechat.createQr(qr);
  if (created.kind === 'ok') return created.value.url;
  ctx.log.warn({ outcome: created.kind }, 'no QR for a ticket');
  return null;
}
