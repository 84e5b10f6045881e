import { and, eq, type SQL, sql } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import type { Push, PushNews } from '@/lib/domain/wechat/push';
import type { TxCtx } from '../ctx';
import { keepOpenid } from '../wechat/keep-openid';
import { endFollowing } from './end-following';

export interface Person {
  readonly id: number;
  readonly accountId: number | null;
  /** Followed or was a student before this push. */
  readonly isBack: boolean;
  /** They have left since: this is late news, and brings nobody back. */
  readonly hasLeftSince: boolean;
}

/** What only somebody who is there can do. The rest WeChat tells about people who may be gone. */
const LIVING: ReadonlySet<PushNews['kind']> = new Set(['subscribe', 'scan', 'click', 'view', 'text', 'said']);

export const isLiving = (push: Push): boolean =>
  LIVING.has(push.news.kind) || (push.news.kind === 'permits' && push.news.event !== 'subscribe_msg_sent_event');

/**
 * Whom a push is about. Somebody new, or back again, is written when they are really there; then whatever is still to be
 * done about their having left is done first. Null: nobody we know.
 */
export async function findPerson(ctx: TxCtx, push: Push): Promise<Person | null> {
  const { appId, hashOpenid } = ctx.gateways.wechat;
  const isOurs = eq(wechatUser.appId, appId);
  const known =
    (await lookUp(ctx, push, and(isOurs, eq(wechatUser.openid, push.openid)))) ??
    (await lookUp(ctx, push, and(isOurs, eq(wechatUser.openidHash, hashOpenid(push.openid)))));
  if (known?.hasLeftSince) return { ...known, isBack: true };
  if (!isLiving(push) && !(push.news.kind === 'unsubscribe' && !known)) return known && { ...known, isBack: true };
  if (known?.openLeave != null) await endFollowing(ctx, known.openLeave);
  if (known?.isHere && known.openLeave == null) return { ...known, isBack: known.isBack };
  const kept = await keepOpenid(ctx, push.openid);
  return { ...kept, isBack: known !== null, hasLeftSince: false };
}

async function lookUp({ db }: TxCtx, { happenedAt }: Push, where: SQL | undefined) {
  const at = happenedAt.toISOString();
  const leave = sql`from wechat_event e where e.wechat_user_id = ${wechatUser.id} and e.event = 'unsubscribe'`;
  const [row] = await db
    .select({
      id: wechatUser.id,
      accountId: wechatUser.accountId,
      isHere: sql`${wechatUser.openid} is not null`.mapWith(Boolean),
      isBack: sql`${wechatUser.followedAt} is not null or ${wechatUser.firstBoundAt} is not null`.mapWith(Boolean),
      hasLeftSince: sql`exists (select 1 ${leave} and e.happened_at > ${at}::timestamptz)`.mapWith(Boolean),
      openLeave: sql<number | null>`(select max(e.id) ${leave} and e.handled_at is null)`.mapWith({
        mapFromDriverValue: (value: unknown) => (value === null ? null : Number(value)),
      }),
    })
    .from(wechatUser)
    .where(where);
  return row ?? null;
}
