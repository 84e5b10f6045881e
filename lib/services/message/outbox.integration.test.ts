import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, messageTemplate } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { NO_TEMPLATE } from '@/lib/domain/notice';
import type { OwnTemplate } from '@/lib/gateways/wechat/gateway';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeWechat, refusal } from '@/tests/support/fake-wechat';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import {
  CARD,
  mintBinding,
  mintMessage,
  readMessage,
  readMessages,
  sendJobOf,
  TEXT,
} from '@/tests/support/message-factories';
import { mintFullOrder, paidTrade, systemCtx } from '@/tests/support/payment-factories';
import { submitEnrolmentForm } from '../enrolment/submit-enrolment-form';
import { lockAccount } from '../lock-account';
import { settlePayment } from '../payment/settle-payment';
import { answerBinding } from '../wechat/answer-binding';
import type { ConfirmSecret } from '../wechat/find-ticket';
import { openTicket } from '../wechat/open-ticket';
import { receiveScan } from '../wechat/receive-scan';
import { unbind } from '../wechat/unbind';
import { putMessage } from './put-message';
import { recoverMessages } from './recover-messages';
import { syncTemplates } from './sync-templates';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-10T04:00:00Z');
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe('what the shop tells by itself', () => {
  it('is written with the payment, once, and waits for a binding', async () => {
    const { student, first, second, placed, attempt } = await mintFullOrder(test.db, { now: NOW });
    const settle = () =>
      settlePayment(systemCtx(test.db, { now: NOW }), {
        trade: paidTrade(attempt),
        heard: { source: 'notify', body: '' },
      });
    await Promise.all(Array.from({ length: 10 }, settle));
    expect(await readMessages(test.db, student.id)).toMatchObject([
      {
        status: 'waiting_for_bind',
        cause: `order:${placed.id}:order_paid`,
        title: '支付成功',
        content: {
          kind: 'notice',
          notice: 'order_paid',
          path: '/learn',
          facts: {
            orderNo: placed.orderNo,
            courses: [first.name, second.name],
            cashFen: placed.cashFen,
            at: NOW.toISOString(),
          },
        },
      },
    ]);
  });

  it('is written with the 报名表, with what is still granted, and queued when bound', async () => {
    const student = await mintAccount(test.db);
    await mintBinding(test.db, student.id);
    const course = await mintCourse(test.db, { name: 'Go 并发' });
    const paid = await mintPaidOrder(test.db, student.id, course, { startsAt: NOW, endsAt: before(-86_400) });
    const form = {
      name: '蒙奇路飞',
      phone: '13812345678',
      education: 'bachelor',
      goal: '想转行做后端开发工程师',
    } as const;
    await submitEnrolmentForm(studentCtx(test.db, student, { now: NOW }), { ...form, orderNo: paid.orderNo });
    const [written] = await readMessages(test.db, student.id);
    expect(written).toMatchObject({
      status: 'queued',
      title: '报名成功',
      content: { notice: 'enrolled', facts: { courses: ['Go 并发'], student: '蒙奇路飞', phone: '138****5678' } },
    });
    expect(await sendJobOf(test.db, written?.id ?? 0)).toEqual(NOW);
  });

  it('is not written when the transaction fails', async () => {
    const student = await mintAccount(test.db);
    const fails = test.db.transaction(async (tx) => {
      await lockAccount(tx, student.id);
      const ctx = { ...systemCtx(test.db), db: tx };
      await putMessage(ctx, { accountId: student.id, cause: 'x', title: 'x', content: CARD });
      throw new Error('rolled back');
    });
    await expect(fails).rejects.toThrow('rolled back');
    expect(await readMessages(test.db, student.id)).toEqual([]);
  });
});

describe('a message that is put while the account', () => {
  const put = (accountId: number) =>
    test.db.transaction(async (tx) => {
      await lockAccount(tx, accountId);
      await putMessage(
        { ...systemCtx(test.db, { now: NOW }), db: tx },
        { accountId, cause: 'race', title: 'x', content: CARD },
      );
    });

  it('is being bound goes out, whoever is first', async () => {
    for (let round = 0; round < 20; round += 1) {
      const student = await mintAccount(test.db);
      const wechat = fakeWechat();
      const ctx = studentCtx(test.db, student, { now: NOW, gateways: wechat.gateways });
      const person = wechat.person();
      const scan = async (url: string): Promise<ConfirmSecret> => {
        const state = new URL(url).searchParams.get('state') ?? '';
        const scanned = await receiveScan(ctx, { state, code: wechat.consent(person), browserSecret: null });
        if (scanned.ok && scanned.value.kind === 'ask') return scan(scanned.value.url);
        if (!scanned.ok || scanned.value.kind !== 'confirm') throw new Error('not scanned');
        return scanned.value;
      };
      const secret = await scan((await openTicket(ctx)).url);
      await Promise.all([answerBinding(ctx, { ...secret, answer: 'bind' }), put(student.id)]);
      const [written] = await readMessages(test.db, student.id);
      expect(written).toMatchObject({ status: 'queued' });
      expect(await sendJobOf(test.db, written?.id ?? 0)).toBeDefined();
    }
  });

  it('is being unbound is cancelled or waits, whoever is first', async () => {
    for (let round = 0; round < 20; round += 1) {
      const student = await mintAccount(test.db);
      await mintBinding(test.db, student.id);
      await Promise.all([unbind(studentCtx(test.db, student, { now: NOW })), put(student.id)]);
      const [written] = await readMessages(test.db, student.id);
      expect(['cancelled', 'waiting_for_bind']).toContain(written?.status);
    }
  });
});

describe('a message whose sender died', () => {
  async function abandoned(content: typeof CARD | typeof TEXT, sendingFor: number, firstSent = sendingFor) {
    const student = await mintAccount(test.db);
    const user = await mintBinding(test.db, student.id);
    const { id } = await mintMessage(test.db, student.id, { content });
    await test.db
      .update(message)
      .set({
        status: 'sending',
        wechatUserId: user.id,
        attempts: 1,
        sendingSince: before(sendingFor),
        firstSentAt: before(firstSent),
      })
      .where(eq(message.id, id));
    return id;
  }

  it.each([
    ['a card, two minutes ago, goes again', CARD, 121, 121, 'queued'],
    ['a card, within the two minutes, is left alone', CARD, 119, 119, 'sending'],
    ['a card, nine minutes ago, is not known', CARD, 541, 541, 'unknown'],
    ['a card, first sent nine minutes ago, is not known', CARD, 121, 541, 'unknown'],
    ['a text is not known', TEXT, 121, 121, 'unknown'],
  ] as const)('%s', async (_, content, sendingFor, firstSent, status) => {
    const id = await abandoned(content, sendingFor, firstSent);
    await recoverMessages(systemCtx(test.db, { now: NOW }));
    expect(await readMessage(test.db, id)).toMatchObject({ status });
    expect((await sendJobOf(test.db, id)) !== undefined).toBe(status === 'queued');
  });

  it('is decided about once by two at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => abandoned(CARD, 200)));
    const found = await Promise.all([
      recoverMessages(systemCtx(test.db, { now: NOW })),
      recoverMessages(systemCtx(test.db, { now: NOW })),
    ]);
    const rows = await test.db.select().from(message).where(inArray(message.id, ids));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['queued']));
    expect(Math.max(...found)).toBeGreaterThanOrEqual(10);
  });

  it('or whose job was lost gets another', async () => {
    const student = await mintAccount(test.db);
    await mintBinding(test.db, student.id);
    const lost = await mintMessage(test.db, student.id, { dueAt: before(301) });
    const waits = await mintMessage(test.db, student.id, { dueAt: before(200) });
    await recoverMessages(systemCtx(test.db, { now: NOW }));
    expect(await sendJobOf(test.db, lost.id)).toEqual(before(301));
    expect(await sendJobOf(test.db, waits.id)).toBeUndefined();
  });
});

describe('the templates of the official account', () => {
  const paid: OwnTemplate = {
    templateId: 'T-paid',
    title: '支付成功通知',
    content: '订单编号:{{character_string1.DATA}}\n支付金额:{{amount2.DATA}}',
  };
  const enrolled: OwnTemplate = {
    templateId: 'T-enrolled',
    title: '报名成功通知',
    content: '学员姓名:{{thing1.DATA}}\n报名课程:{{thing2.DATA}}',
  };
  const sync = (templates: readonly OwnTemplate[]) => {
    const wechat = fakeWechat({ listTemplates: async () => ({ kind: 'ok', value: templates }) });
    return syncTemplates(systemCtx(test.db, { now: NOW, gateways: wechat.gateways }));
  };
  const kept = () =>
    test.db
      .select({ templateId: messageTemplate.templateId, notice: messageTemplate.notice })
      .from(messageTemplate)
      .orderBy(messageTemplate.templateId);

  it('are copied, and each notice finds the one that carries it', async () => {
    expect(await sync([paid, enrolled])).toBe(true);
    expect(await kept()).toEqual([
      { templateId: 'T-enrolled', notice: 'enrolled' },
      { templateId: 'T-paid', notice: 'order_paid' },
    ]);
  });

  it('that are gone go, and one that was chosen stays chosen', async () => {
    await sync([paid, { ...paid, templateId: 'T-other', title: '缴费成功通知' }]);
    await test.db.update(messageTemplate).set({ notice: null }).where(eq(messageTemplate.templateId, 'T-paid'));
    await test.db
      .update(messageTemplate)
      .set({ notice: 'order_paid' })
      .where(eq(messageTemplate.templateId, 'T-other'));
    await Promise.all(
      Array.from({ length: 5 }, () => sync([paid, { ...paid, templateId: 'T-other', title: '缴费成功' }])),
    );
    expect(await kept()).toEqual([
      { templateId: 'T-other', notice: 'order_paid' },
      { templateId: 'T-paid', notice: null },
    ]);
  });

  it('let go what waited for one', async () => {
    await sync([]);
    const { student, attempt } = await mintFullOrder(test.db, { now: NOW });
    await settlePayment(systemCtx(test.db, { now: NOW }), {
      trade: paidTrade(attempt),
      heard: { source: 'notify', body: '' },
    });
    const [{ id } = { id: 0 }] = await readMessages(test.db, student.id);
    const later = before(-3600);
    await test.db
      .update(message)
      .set({ status: 'queued', reason: NO_TEMPLATE, dueAt: later })
      .where(eq(message.id, id));
    await sync([paid]);
    expect(await readMessage(test.db, id)).toMatchObject({ status: 'queued', reason: null, dueAt: NOW });
    expect(await sendJobOf(test.db, id)).toEqual(NOW);
  });

  it('stay as they are when WeChat cannot say', async () => {
    await sync([paid]);
    const wechat = fakeWechat({ listTemplates: async () => refusal(-1, 'busy') });
    expect(await syncTemplates(systemCtx(test.db, { gateways: wechat.gateways }))).toBe(false);
    expect(await kept()).toEqual([{ templateId: 'T-paid', notice: 'order_paid' }]);
  });
});
