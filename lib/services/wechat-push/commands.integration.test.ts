import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, sectionProgress, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { readPush } from '@/lib/domain/wechat/push';
import { mintAccount, mintCourse, mintDegree, only, unique } from '@/tests/support/factories';
import { mintChapter, mintPaidOrder } from '@/tests/support/learning-factories';
import { mintBinding } from '@/tests/support/message-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { eventFields, textFields } from '@/tests/support/wechat-push';
import { receivePush } from './receive-push';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date();
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

async function ask(fields: Readonly<Record<string, string>>): Promise<string> {
  const push = readPush(fields);
  if (!push) throw new Error('not a push');
  const answer = await receivePush(systemCtx(test.db, { now: NOW }), { push, signature: unique('signature') });
  return (answer !== 'REPLAYED' && answer.reply) || '';
}

async function student() {
  const { id } = await mintAccount(test.db);
  const { openid } = await mintBinding(test.db, id);
  const complete = (sectionId: number) =>
    test.db.insert(sectionProgress).values({ accountId: id, sectionId, completedAt: NOW, updatedAt: NOW });
  return {
    id,
    say: (text: string) => ask(textFields(openid, text)),
    click: (key: string) => ask(eventFields(openid, 'CLICK', { EventKey: key })),
    buy: (product: Awaited<ReturnType<typeof mintCourse>>, from: number, to: number, isOpen = true) =>
      mintPaidOrder(test.db, id, product, {
        startsAt: inDays(from),
        endsAt: inDays(to),
        ...(isOpen && { openedAt: inDays(from) }),
      }),
    complete,
  };
}

describe('我的课程', () => {
  it('tells each course with its progress and validity, what is open first', async () => {
    const { say, buy, complete } = await student();
    const [over, open, unfilled] = [await mintCourse(test.db), await mintCourse(test.db), await mintCourse(test.db)];
    const sections = await mintChapter(test.db, open.id, 1, [{}, {}, {}]);
    await complete(only(sections).id);
    await buy(over, -60, -30);
    await buy(unfilled, -1, 30, false);
    await buy(open, -1, 30);
    const words = await say('我的课程');
    const until = shanghaiDay(new Date(inDays(30).getTime() - 1));
    expect(words).toContain(
      `<a href="https://luffy.example/learn/${open.slug}">${open.name}</a>\n进度 33%（1/3 节） · 有效期至 ${until}`,
    );
    expect(words).toContain(`${unfilled.name}</a>\n填写报名表后开课`);
    expect(words).toContain(`${over.name}</a>\n已于`);
    const places = [open, unfilled, over].map(({ name }) => words.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('counts the sections of a degree together', async () => {
    const { say, buy, complete } = await student();
    const degree = await mintDegree(test.db);
    for (const number of [1, 2]) {
      const part = await mintCourse(test.db, { degreeCourseId: degree.id });
      const sections = await mintChapter(test.db, part.id, number, [{}, {}]);
      if (number === 1) for (const { id } of sections) await complete(id);
    }
    await buy(degree, -1, 30);
    expect(await say('课程')).toContain(`/learn">${degree.name}</a>\n进度 50%（2/4 节）`);
  });

  it('is none of somebody else', async () => {
    const [one, other] = [await student(), await student()];
    const product = await mintCourse(test.db);
    await other.buy(product, -1, 30);
    expect(await one.say('我的课程')).toContain('你还没有课程');
    expect(await one.click('courses')).toContain('你还没有课程');
    expect(await other.click('courses')).toContain(product.name);
  });
});

describe('订单', () => {
  it('tells the last three, and how to pay what is not paid', async () => {
    const { id, say, buy } = await student();
    const product = await mintCourse(test.db);
    const oldest = await mintPendingOrder(test.db, id, [{ product }], { now: inDays(-5) });
    const paid = await buy(product, -4, 26);
    const late = await mintPendingOrder(test.db, id, [{ product }], { now: inDays(-3) });
    const open = await mintPendingOrder(test.db, id, [{ product }], { now: NOW });
    const words = await say('订单');
    expect(words).not.toContain(oldest.orderNo);
    expect(words).toContain(`交易成功\n<a href="https://luffy.example/orders/${paid.orderNo}">`);
    expect(words).toContain(`超时取消\n<a href="https://luffy.example/orders/${late.orderNo}">`);
    expect(words).toContain(`待支付\n<a href="https://luffy.example/pay/${open.orderNo}">去支付</a>`);
  });
});

describe('whoever has no account', () => {
  it.each(['我的课程', '订单', '绑定', '邀请'])('hears how to get one: %s', async (word) => {
    const openid = unique('o');
    expect(await ask(textFields(openid, word))).toContain('还没有绑定账号');
    expect(await test.db.$count(wechatUser, eq(wechatUser.openid, openid))).toBe(1);
  });

  it('gets help', async () => {
    expect(await ask(textFields(unique('o'), '帮助'))).toMatch(/^回复下面的文字/);
  });
});

describe('whoever’s account was disabled', () => {
  it.each(['我的课程', '订单', '邀请', '绑定'])('hears that, and nothing of what is in it: %s', async (word) => {
    const { id, say, buy } = await student();
    const product = await mintCourse(test.db);
    await buy(product, -1, 30);
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, id));
    expect(await say(word)).toBe('这个微信的账号已停用，如有疑问请联系老师。');
    expect(await say('帮助')).toMatch(/^回复下面的文字/);
  });
});

describe('anything else', () => {
  it('gets a short answer and the help', async () => {
    const { say, click } = await student();
    expect(await say('明天有课吗')).toMatch(/^这个我还不会回答。[^]*「我的课程」/);
    expect(await click('never')).toMatch(/^回复下面的文字/);
    expect(await click('__proto__')).toMatch(/^回复下面的文字/);
  });

  it('that is no text as well', async () => {
    const picture = { ...textFields(unique('o'), ''), MsgType: 'image', PicUrl: 'https://x' };
    expect(await ask(picture)).toContain('「我的课程」');
  });

  it('says to whom a bound person is bound, and how to invite', async () => {
    const { say, click } = await student();
    expect(await say('绑定')).toContain('已绑定');
    expect(await click('invite')).toContain('朋友');
  });
});
