import { eq } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import { DISABLED_WORDS } from '@/lib/domain/wechat/reply-words';
import { maskName } from '@/lib/domain/wechat-ticket';
import type { TxCtx } from '../ctx';
import { claimTicket } from './claim-ticket';
import { type FoundTicket, findByState } from './find-ticket';
import { isTakenElsewhere } from './is-taken-elsewhere';
import { recordAttempt } from './record-attempt';
import { hashToken, newToken } from './ticket-token';

interface ScannedTicket {
  /** Of the scene. */
  readonly token: string;
  readonly wechatUserId: number;
}

const WORDS = {
  forged: '这个二维码无效，或者已经换新。请在网页上换一个二维码，再扫一次。',
  used: '这个二维码已经用过。每个二维码只能扫一次，请在网页上换一个，再扫一次。',
  expired: '这个二维码已过期。请在网页上换一个，再扫一次。',
  taken: '没有绑定：这个微信已绑定其他账号，或者那个账号已绑定其他微信。请先在原来的账号里解除绑定。',
} as const;

/**
 * What somebody is told who scanned, or followed through, the QR of a ticket. The ticket is theirs from then on; the
 * link leads to where they confirm. Whatever is wrong with the ticket is said, never thrown.
 */
export async function scanTicket(ctx: TxCtx, { token, wechatUserId }: ScannedTicket): Promise<string> {
  const ticket = await findByState(ctx, token);
  if (!ticket) {
    await recordAttempt(ctx, { attempt: 'forged', ticket: null });
    return WORDS.forged;
  }
  if (ticket.status !== 'waiting') {
    await recordAttempt(ctx, { attempt: 'replayed', ticket });
    return WORDS.used;
  }
  if (ticket.isExpired) return WORDS.expired;

  const user = await readUser(ctx, wechatUserId);
  if (ticket.purpose === 'login' && user.disabledAt) return DISABLED_WORDS;
  if (ticket.purpose === 'bind' && (await isTakenElsewhere(ctx, ticket, user))) {
    await claimTicket(ctx, ticket, token, { status: 'taken', wechatUserId });
    await recordAttempt(ctx, { attempt: 'taken', ticket });
    return WORDS.taken;
  }
  const confirm = newToken();
  const scanned = { status: 'scanned', wechatUserId, confirmHash: hashToken(confirm) } as const;
  if (!(await claimTicket(ctx, ticket, token, scanned))) return WORDS.used;
  return invitation(ticket, ctx.gateways.wechat.pageUrl(`/wechat/open/${ticket.id}?k=${confirm}`));
}

function invitation(ticket: FoundTicket, url: string): string {
  const link = (text: string) => `<a href="${url}">${text}</a>`;
  return ticket.purpose === 'bind'
    ? `你正在为路飞学城账号 ${maskName(ticket.username)} 绑定微信。\n\n${link('点这里确认绑定')}\n\n10 分钟内有效。不是你自己的账号，请不要点。`
    : `有人正在电脑上用你的微信登录路飞学城。\n\n${link('点这里确认登录')}\n\n10 分钟内有效。不是你本人在登录，请不要点。`;
}

async function readUser({ db }: TxCtx, id: number) {
  const [user] = await db
    .select({ id: wechatUser.id, accountId: wechatUser.accountId, disabledAt: account.disabledAt })
    .from(wechatUser)
    .leftJoin(account, eq(account.id, wechatUser.accountId))
    .where(eq(wechatUser.id, id));
  if (!user) throw new Error(`WeChat user ${id} is gone`);
  return user;
}
