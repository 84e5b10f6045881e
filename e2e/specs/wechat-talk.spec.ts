import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { wechatUser } from '@/db/schema';
import { mintCourse, only } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { expect, test } from '../fixtures';
import type { VirtualPhone } from '../pages/virtual-phone';

const personOf = (db: Database, openid: string) => db.select().from(wechatUser).where(eq(wechatUser.openid, openid));
const linkTo = (phone: VirtualPhone, name: string) => phone.lastReply.getByRole('link', { name });
/** The phone opens a link in its own browser. */
const leadingTo = (path: string) => new RegExp(`${encodeURIComponent(path)}$`);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

test('follow, ask, and leave, all in the chat @phone', async ({ db, student, sandbox, phone }) => {
  test.slow();
  const { person } = phone;

  await test.step('following is welcomed', async () => {
    await sandbox.follow(person);
    await phone.openChat();
    await expect(phone.lastReply).toContainText('欢迎关注路飞学城');
  });

  await test.step('whoever has no account hears how to get one', async () => {
    await phone.sayText('我的课程');
    await expect(phone.lastReply).toContainText('还没有绑定账号');
  });

  const course = await mintCourse(db);
  await test.step('bound, they see their courses', async () => {
    const { id } = only(await personOf(db, person.openid));
    const at = new Date();
    await db
      .update(wechatUser)
      .set({ accountId: student.id, boundAt: at, firstBoundAt: at })
      .where(eq(wechatUser.id, id));
    await mintPaidOrder(db, student.id, course, { startsAt: ago(1), endsAt: ago(-30), openedAt: ago(1) });
    await phone.sayText('我的课程');
    await expect(phone.lastReply).toContainText('你有 1 门课程');
    await expect(phone.lastReply).toContainText('有效期至');
    await expect(linkTo(phone, course.name)).toHaveAttribute('href', leadingTo(`/learn/${course.slug}`));
  });

  await test.step('and their orders, with a link to pay', async () => {
    const { orderNo } = await mintPendingOrder(db, student.id, [{ product: course }]);
    await phone.sayText('订单');
    await expect(phone.lastReply).toContainText('待支付');
    await expect(linkTo(phone, '去支付')).toHaveAttribute('href', leadingTo(`/pay/${orderNo}`));
  });

  await test.step('help says what can be asked', async () => {
    await phone.sayText('帮助');
    await expect(phone.lastReply).toContainText('「我的课程」');
    await phone.sayText('今天吃什么');
    await expect(phone.lastReply).toContainText('这个我还不会回答');
  });

  await test.step('leaving ends the binding, and takes what is personal', async () => {
    await sandbox.unfollow(person);
    await expect.poll(async () => (await personOf(db, person.openid)).length).toBe(0);
    expect(await db.$count(wechatUser, eq(wechatUser.accountId, student.id))).toBe(0);
  });

  await test.step('coming back is welcomed as such', async () => {
    await sandbox.follow(person);
    await phone.openChat();
    await expect(phone.lastReply).toContainText('欢迎回到路飞学城');
  });

  const pushes = await sandbox.pushes(person);
  expect(pushes.filter(({ status }) => status !== 200)).toEqual([]);
});
