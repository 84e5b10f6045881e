import { eq } from 'drizzle-orm';
import { expect } from 'playwright/test';
import type { Database } from '@/db/client';
import { wechatUser } from '@/db/schema';
import type { Sandbox, WechatPerson } from '@/e2e/sandbox';

/** The person follows, of which WeChat tells the shop; then they are bound to the account. */
export async function bindFollower(db: Database, sandbox: Sandbox, person: WechatPerson, id: number): Promise<void> {
  await sandbox.follow(person);
  const bound = { accountId: id, nickname: person.nickname, boundAt: new Date(), firstBoundAt: new Date() };
  const bind = async () =>
    (await db.update(wechatUser).set(bound).where(eq(wechatUser.openid, person.openid)).returning()).length;
  await expect.poll(bind).toBe(1);
}
