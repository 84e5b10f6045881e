import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { subscribePermit, wechatQuota, wechatUser } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import type { SendKind } from '@/lib/domain/wechat/send-kind';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { sendMessage } from '@/lib/services/message/send-message';
import { mintAccount, unique } from './factories';
import { fakeWechat } from './fake-wechat';
import { mintBinding, mintMessage, readMessage, sendJobOf } from './message-factories';
import { systemCtx } from './payment-factories';

/** 12:00 in Beijing. */
export const NOON = new Date('2026-03-10T04:00:00Z');
export const afterNoon = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

/** A service account with a bound student, who wrote or acted when told. */
export async function sendingScene(db: Database, options: { wroteAt?: Date; actedAt?: Date } = {}) {
  const student = await mintAccount(db);
  const user = await mintBinding(db, student.id);
  const seen = { lastWroteAt: options.wroteAt ?? null, lastActedAt: options.actedAt ?? null };
  await db.update(wechatUser).set(seen).where(eq(wechatUser.id, user.id));
  const appId = unique('wx');
  const wechat = fakeWechat({ appId });
  const ctx = (now = NOON) => systemCtx(db, { now, gateways: wechat.gateways });
  const put = async (content: MessageContent, answers: readonly WechatOutcome<string>[] = []) => {
    const { id } = await mintMessage(db, student.id, { content, dueAt: NOON });
    wechat.sends.push(...answers);
    const send = (now = NOON) => sendMessage(ctx(now), { messageId: id });
    return { id, send, read: () => readMessage(db, id), job: () => sendJobOf(db, id) };
  };
  const quota = async (kind: SendKind) => {
    const which = and(eq(wechatQuota.appId, appId), eq(wechatQuota.kind, kind));
    const [row] = await db.select().from(wechatQuota).where(which);
    return row;
  };
  const permits = async (templateId: string, left?: number) => {
    const which = and(eq(subscribePermit.wechatUserId, user.id), eq(subscribePermit.templateId, templateId));
    if (left !== undefined) {
      await db.insert(subscribePermit).values({ wechatUserId: user.id, templateId, left, changedAt: NOON });
    }
    const [row] = await db.select().from(subscribePermit).where(which);
    return row?.left ?? 0;
  };
  return { student, user, appId, wechat, ctx, put, quota, permits };
}
