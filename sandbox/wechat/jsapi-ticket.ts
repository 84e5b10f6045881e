import { createHash } from 'node:crypto';
import { err, ok } from '../result';
import type { ApiAnswer, ApiCall } from './api-call';
import { apiError } from './api-error';
import type { WechatContext } from './context';
import { randomText } from './ids';

const LIFETIME_MS = 7_200_000;
/** So close to its end a ticket is renewed; both then work. */
const OVERLAP_MS = 300_000;

/** `/cgi-bin/ticket/getticket`: the same ticket until its last five minutes. */
export function getTicket(ctx: WechatContext, call: ApiCall): ApiAnswer {
  if (call.query('type') !== 'jsapi') return err(apiError(40097));
  const now = ctx.runtime.now();
  const current = ctx.store.state.jsapiTickets.at(-1);
  if (current === undefined || current.expiresAt - now <= OVERLAP_MS) {
    const ticket = `HoagFKDcsGMVCIY2vOjf9${randomText(ctx.runtime, 65)}`;
    ctx.store.record({ type: 'ticket.issued', at: now, ticket, expiresAt: now + LIFETIME_MS });
  }
  const given = ctx.store.state.jsapiTickets.at(-1);
  if (given === undefined) throw new Error('a ticket was issued and is not there');
  const seconds = Math.floor((given.expiresAt - now) / 1000);
  return ok(JSON.stringify({ errcode: 0, errmsg: 'ok', ticket: given.ticket, expires_in: seconds }));
}

export interface PageSignature {
  readonly noncestr: string;
  readonly timestamp: string;
  /** As the browser has it, without the fragment. */
  readonly url: string;
  readonly signature: string;
}

/** Whether the page was signed with a ticket that still works. */
export function isSignedPage(ctx: WechatContext, page: PageSignature): boolean {
  const now = ctx.runtime.now();
  return ctx.store.state.jsapiTickets
    .filter(({ expiresAt }) => expiresAt > now)
    .some(({ ticket }) => {
      const text = `jsapi_ticket=${ticket}&noncestr=${page.noncestr}&timestamp=${page.timestamp}&url=${page.url}`;
      return createHash('sha1').update(text).digest('hex') === page.signature;
    });
}
