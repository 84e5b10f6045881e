import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messageTemplate, mutedTopic, subscribePermit, wechatUser } from '@/db/schema';
import type { Topic } from '@/lib/domain/message-topic';

/** What an account does not want to hear of. */
export async function findMuted(db: Db, accountId: number): Promise<readonly Topic[]> {
  const rows = await db.select({ topic: mutedTopic.topic }).from(mutedTopic).where(eq(mutedTopic.accountId, accountId));
  return rows.map(({ topic }) => topic);
}

export interface PermitView {
  readonly templateId: string;
  readonly title: string;
  /** How many messages of it may still be sent. */
  readonly left: number;
}

/** WeChat asks for three templates at once at the most. */
const ASKED_AT_ONCE = 3;

/** The 订阅通知 an account's WeChat may allow; none without a binding. */
export async function findPermits(db: Db, accountId: number): Promise<readonly PermitView[]> {
  const isOwn = and(
    eq(subscribePermit.wechatUserId, wechatUser.id),
    eq(subscribePermit.templateId, messageTemplate.templateId),
  );
  return db
    .select({
      templateId: messageTemplate.templateId,
      title: messageTemplate.title,
      left: sql<number>`coalesce(${subscribePermit.left}, 0)`,
    })
    .from(messageTemplate)
    .innerJoin(wechatUser, eq(wechatUser.accountId, accountId))
    .leftJoin(subscribePermit, isOwn)
    .where(eq(messageTemplate.channel, 'subscribe'))
    .orderBy(asc(messageTemplate.id))
    .limit(ASKED_AT_ONCE);
}
