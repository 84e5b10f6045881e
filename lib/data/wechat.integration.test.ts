import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, messageTemplate, wechatTicket } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { fen } from '@/lib/domain/money';
import { openTicket } from '@/lib/services/wechat/open-ticket';
import { receiveScan } from '@/lib/services/wechat/receive-scan';
import { mintAccount, studentCtx, unique } from '@/tests/support/factories';
import { fakeWechat } from '@/tests/support/fake-wechat';
import { CARD, mintBinding, mintMessage, TEXT } from '@/tests/support/message-factories';
import { scanWith } from '@/tests/support/scan';
import { findMessages } from './messages';
import { findBinding, findTicketNews } from './wechat';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-10T04:00:00Z');
const LATER = new Date('2026-03-10T04:10:00Z');

async function scene() {
  const student = await mintAccount(test.db);
  const wechat = fakeWechat();
  const ctx = studentCtx(test.db, student, { now: NOW, gateways: wechat.gateways });
  const { id, url } = await openTicket(ctx);
  const person = wechat.person();
  const state = new URL(url).searchParams.get('state') ?? '';
  const scan = () => scanWith(ctx, wechat, { state, person });
  const comeSilently = () => receiveScan(ctx, { state, code: wechat.consent(person), browserSecret: null });
  return { student, id, person, scan, comeSilently, ctx, state };
}

describe('what becomes of a ticket', () => {
  it('is told to its owner: who scanned it, and that its time is over', async () => {
    const { student, id, person, scan } = await scene();
    const news = (now = NOW) => findTicketNews(test.db, student.id, id, now);
    expect(await news()).toEqual({ status: 'waiting', nickname: null });
    expect(await news(LATER)).toEqual({ status: 'expired', nickname: null });
    await scan();
    expect(await news()).toEqual({ status: 'scanned', nickname: person.nickname });
    expect(await news(LATER)).toMatchObject({ status: 'expired' });
    await test.db.update(wechatTicket).set({ status: 'bound' }).where(eq(wechatTicket.id, id));
    expect(await news(LATER)).toMatchObject({ status: 'bound' });
  });

  it('is, while WeChat asks someone for their name, that its QR is used', async () => {
    const { student, id, comeSilently } = await scene();
    await comeSilently();
    expect(await findTicketNews(test.db, student.id, id, NOW)).toEqual({ status: 'scanned', nickname: '' });
  });

  it('is nobody else’s business', async () => {
    const { id } = await scene();
    const other = await mintAccount(test.db);
    expect(await findTicketNews(test.db, other.id, id, NOW)).toBeUndefined();
  });
});

describe('what an account has of WeChat', () => {
  it('is nothing, then a phone that has not answered, then a binding', async () => {
    const { student, id, person, scan } = await scene();
    const binding = () => findBinding(test.db, student.id, NOW);
    expect(await binding()).toEqual({ bound: null, ticket: null });
    await scan();
    expect(await binding()).toEqual({ bound: null, ticket: { id, status: 'scanned', nickname: person.nickname } });
    await mintBinding(test.db, student.id);
    expect((await binding()).bound).toMatchObject({ boundAt: expect.any(Date) });
  });

  it('tells of a refusal for as long as its ticket lives', async () => {
    const { student, id, ctx, state } = await scene();
    await receiveScan(ctx, { state, code: null, browserSecret: null });
    expect(await findBinding(test.db, student.id, NOW)).toMatchObject({ ticket: { id, status: 'refused' } });
    expect(await findBinding(test.db, student.id, LATER)).toMatchObject({ ticket: null });
  });
});

describe('the messages of an account', () => {
  it('come newest first, ten a page, and nobody else’s', async () => {
    const [student, other] = [await mintAccount(test.db), await mintAccount(test.db)];
    await mintMessage(test.db, other.id);
    const ids = [];
    for (let index = 0; index < 12; index += 1) ids.push((await mintMessage(test.db, student.id)).id);
    const first = await findMessages(test.db, student.id, 1);
    const second = await findMessages(test.db, student.id, 2);
    expect([first.pageCount, first.messages.length, second.messages.length]).toEqual([2, 10, 2]);
    expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await findMessages(test.db, student.id, 3)).messages).toEqual([]);
  });

  it('say what was said, in words', async () => {
    const student = await mintAccount(test.db);
    const templateId = unique('T');
    const fields = [{ name: 'thing1', label: '课程名称' }];
    await test.db.insert(messageTemplate).values({ templateId, title: '课程通知', fields });
    await mintMessage(test.db, student.id, { content: TEXT });
    await mintMessage(test.db, student.id, { content: { ...CARD, templateId } });
    const facts = { orderNo: '2026', courses: ['Go'], cashFen: fen(100), at: NOW.toISOString() };
    const { id } = await mintMessage(test.db, student.id, {
      content: { kind: 'notice', notice: 'order_paid', path: '/learn', facts },
      status: 'failed',
    });
    await test.db.update(message).set({ reason: '43004 require subscribe rid: 1-2-3' }).where(eq(message.id, id));
    const { messages } = await findMessages(test.db, student.id, 1);
    expect(messages).toMatchObject([
      { lines: expect.arrayContaining([['订单编号', '2026']]), reason: '还没有关注服务号，关注后才能收到' },
      { lines: [['课程名称', 'Python 全栈开发']], reason: null },
      { text: '明晚八点直播', lines: [] },
    ]);
  });
});
