import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { wechatTicket, wechatUser } from '@/db/schema';
import { answerBinding } from '@/lib/services/wechat/answer-binding';
import { openTicket } from '@/lib/services/wechat/open-ticket';
import { receiveScan, type ScanResult } from '@/lib/services/wechat/receive-scan';
import { mintAccount, only, studentCtx } from './factories';
import { fakeWechat, type WechatPerson } from './fake-wechat';
import { systemCtx } from './payment-factories';
import { secretOf } from './scan';
import { WECHAT_APP_ID } from './wechat';

export const NOW = new Date('2026-03-10T04:00:00Z');
export const daysLater = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);
export const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** A student who sees a binding QR, and the WeChat that scans it. */
export async function bindingScene(db: Db) {
  const student = await mintAccount(db);
  const wechat = fakeWechat();
  const at = (now: Date) => systemCtx(db, { now, gateways: wechat.gateways });
  const ctx = studentCtx(db, student, { now: NOW, gateways: wechat.gateways });
  const open = async () => {
    const { id, url } = await openTicket(ctx);
    return { id, state: new URL(url).searchParams.get('state') ?? '' };
  };
  /** Somebody we know already: WeChat tells who it is without asking them. */
  const person = async () => {
    const known = wechat.person();
    await db.insert(wechatUser).values({ appId: WECHAT_APP_ID, openid: known.openid, nickname: known.nickname });
    return known;
  };
  const scan = async (state: string, who?: WechatPerson, now = NOW) =>
    receiveScan(at(now), { state, code: wechat.consent(who ?? (await person())), browserSecret: null });
  const answer = (scanned: ScanResult, how: 'bind' | 'refuse' = 'bind', now = NOW) =>
    answerBinding(at(now), { ...secretOf(scanned), answer: how });
  const ticket = async (id: number) => only(await db.select().from(wechatTicket).where(eq(wechatTicket.id, id)));
  const bound = () => db.select().from(wechatUser).where(eq(wechatUser.accountId, student.id));
  return { student, wechat, person, at, ctx, open, scan, answer, ticket, bound };
}

/** What became of something, in one word. */
export const codeOf = (result: { ok: boolean } & { error?: { code: string } }) =>
  result.ok ? 'ok' : result.error?.code;
