import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  account,
  auditLog,
  campaign,
  enrolment,
  enrolmentGrant,
  message,
  messageTemplate,
  mutedTopic,
  orderLine,
  sectionProgress,
} from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import {
  adminCtx,
  create,
  fill,
  formFor,
  mintBound,
  readCampaign,
  readSent,
  runJobOf,
  tagged,
} from '@/tests/support/campaign-factories';
import { mintCourse, only, studentCtx, unique } from '@/tests/support/factories';
import { mintChapter } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { createCampaign } from './create-campaign';
import { previewList } from './preview-list';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-02T04:00:00Z');
const DAY_MS = 24 * 3600 * 1000;
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS);
const admin = () => adminCtx(test.db, { now: NOW });
const bound = (tag: string, options?: Parameters<typeof mintBound>[2]) => mintBound(test.db, tag, options);

/** Who gets it, once all messages are written. */
async function recipients(form: Parameters<typeof create>[1]): Promise<number[]> {
  const campaignId = await create(await admin(), form);
  await fill(test.db, campaignId, NOW);
  return (await readSent(test.db, campaignId)).map(({ accountId }) => accountId);
}

async function grant(
  accountId: number,
  product: Awaited<ReturnType<typeof mintCourse>>,
  [startsAt, endsAt]: readonly [Date, Date],
  revokedAt: Date | null = null,
) {
  const placed = await mintPendingOrder(test.db, accountId, [{ product }]);
  const line = only(await test.db.select().from(orderLine).where(eq(orderLine.orderId, placed.id)));
  const held = only(
    await test.db
      .insert(enrolment)
      .values({ accountId, productId: product.id, openedAt: startsAt })
      .onConflictDoUpdate({ target: [enrolment.accountId, enrolment.productId], set: { openedAt: startsAt } })
      .returning(),
  );
  await test.db
    .insert(enrolmentGrant)
    .values({ enrolmentId: held.id, orderLineId: line.id, validDays: 1, startsAt, endsAt, revokedAt });
}

describe('who may send', () => {
  it.each(['student', 'mentor'] as const)('not a %s', async (role) => {
    const tag = unique('role');
    const id = await bound(tag);
    const ctx = { ...studentCtx(test.db, { id }), actor: { kind: 'account', id, role } as const };
    expect(await createCampaign(ctx, tagged(tag))).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await previewList(ctx, 'luffy')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await test.db.select().from(message).where(eq(message.accountId, id))).toEqual([]);
  });

  it('nobody signed out, no job', async () => {
    for (const actor of [{ kind: 'visitor' }, { kind: 'system' }] as const) {
      const ctx = { ...systemCtx(test.db), actor };
      expect(await createCampaign(ctx, tagged('x'))).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
  });
});

describe('who gets it', () => {
  it('everyone who fits the filter and is bound; not who is disabled or muted news', async () => {
    const tag = unique('all');
    const expected = [await bound(tag), await bound(tag)];
    await bound(tag, { bound: false });
    await bound(unique('other'));
    const disabled = await bound(tag);
    await test.db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, disabled));
    await test.db.insert(mutedTopic).values({ accountId: await bound(tag), topic: 'news' });
    const other = await bound(tag);
    await test.db.insert(mutedTopic).values({ accountId: other, topic: 'study' });
    expect(await recipients(tagged(tag))).toEqual([...expected, other]);
  });

  it('by role, and by what was bought and not given back', async () => {
    const tag = unique('bought');
    const [buyer, refunded, mentor] = [await bound(tag), await bound(tag), await bound(tag, { role: 'mentor' })];
    const product = await mintCourse(test.db);
    await grant(buyer, product, [days(-2), days(-1)]);
    await grant(refunded, product, [days(-2), days(-1)], NOW);
    expect(await recipients(tagged(tag, { bought: product.id }))).toEqual([buyer]);
    expect(await recipients(tagged(tag, { bought: 'none' }))).toEqual([refunded, mentor]);
    expect(await recipients(tagged(tag, { role: 'mentor' }))).toEqual([mentor]);
  });

  it('with an order that waits for its payment', async () => {
    const tag = unique('unpaid');
    const [waiting, late] = [await bound(tag), await bound(tag)];
    await bound(tag);
    const product = await mintCourse(test.db);
    await mintPendingOrder(test.db, waiting, [{ product }], { now: NOW });
    await mintPendingOrder(test.db, late, [{ product }], { now: days(-1) });
    expect(await recipients(tagged(tag, { unpaid: 'yes' }))).toEqual([waiting]);
  });

  it('whose course ends within so many days, counting what prolongs it', async () => {
    const tag = unique('expiring');
    const [soon, prolonged, over, later] = [await bound(tag), await bound(tag), await bound(tag), await bound(tag)];
    const [product, other] = [await mintCourse(test.db), await mintCourse(test.db)];
    await grant(soon, product, [days(-30), days(7)]);
    await grant(prolonged, product, [days(-30), days(7)]);
    await grant(prolonged, product, [days(7), days(37)]);
    await grant(over, product, [days(-30), days(-1)]);
    await grant(later, other, [days(-30), days(8)]);
    expect(await recipients(tagged(tag, { expiring: 7 }))).toEqual([soon]);
    expect(await recipients(tagged(tag, { expiring: 14 }))).toEqual([soon, later]);
    expect(await recipients(tagged(tag, { expiring: 14, bought: other.id }))).toEqual([later]);
  });

  it('who may study and has not for so many days', async () => {
    const tag = unique('idle');
    const [idle, busy, fresh, over] = [await bound(tag), await bound(tag), await bound(tag), await bound(tag)];
    const product = await mintCourse(test.db);
    const sections = await mintChapter(test.db, product.id, 1, [{}]);
    await grant(idle, product, [days(-30), days(30)]);
    await grant(busy, product, [days(-30), days(30)]);
    await grant(fresh, product, [days(-2), days(30)]);
    await grant(over, product, [days(-30), days(-1)]);
    const sectionId = only(sections).id;
    await test.db.insert(sectionProgress).values([
      { accountId: idle, sectionId, updatedAt: days(-8) },
      { accountId: busy, sectionId, updatedAt: days(-6) },
    ]);
    expect(await recipients(tagged(tag, { idle: 7 }))).toEqual([idle]);
    expect(await recipients(tagged(tag, { idle: 3 }))).toEqual([idle, busy]);
  });

  it('of those picked by hand: who is bound', async () => {
    const [one, other] = [await bound('picked'), await bound('picked', { bound: false })];
    expect(await recipients(formFor({ kind: 'picked', accountIds: [one, other] }))).toEqual([one]);
  });

  it('of a list: whom it names, who is bound and listens; the preview says who is not', async () => {
    const tag = unique('list');
    const ids = [await bound(tag), await bound(tag, { bound: false }), await bound(tag), await bound(tag)];
    const names = await test.db
      .select()
      .from(account)
      .where(eq(account.nickname, `${tag}-${ids[0]}`));
    const usernames = await Promise.all(
      ids.map(async (id) => only(await test.db.select().from(account).where(eq(account.id, id))).username),
    );
    await test.db.insert(mutedTopic).values({ accountId: ids[2] ?? 0, topic: 'news' });
    const text = ['用户名', ...usernames, 'nobody-at-all', usernames[0]].join('\n');
    const preview = await previewList(await admin(), text);
    expect(preview).toMatchObject({
      ok: true,
      value: { count: 2, unbound: 1, unreachable: 1, unknown: 2, sample: [{ id: names[0]?.id }, { id: ids[3] }] },
    });
    expect(await recipients(formFor({ kind: 'list', text }))).toEqual([ids[0], ids[3]]);
  });

  it('is someone, or nothing is written', async () => {
    for (const form of [tagged(unique('nobody')), formFor({ kind: 'list', text: unique('nobody') })]) {
      expect(await createCampaign(await admin(), form)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
      expect(await test.db.select().from(campaign).where(eq(campaign.formKey, form.formKey))).toEqual([]);
    }
  });
});

describe('when', () => {
  it('at once, unless a time is given; then it does not begin before', async () => {
    const tag = unique('when');
    await bound(tag);
    const now = await create(await admin(), tagged(tag));
    expect(await readCampaign(test.db, now)).toMatchObject({ status: 'scheduled', scheduledAt: NOW });
    expect(await runJobOf(test.db, now)).toEqual(NOW);
    const later = await create(await admin(), { ...tagged(tag), sendAt: days(3) });
    expect(await runJobOf(test.db, later)).toEqual(days(3));
    await fill(test.db, later, days(2));
    expect(await readCampaign(test.db, later)).toMatchObject({ status: 'scheduled', recipients: 0 });
    await fill(test.db, later, days(3));
    expect(await readCampaign(test.db, later)).toMatchObject({
      status: 'running',
      recipients: 1,
      startedAt: days(3),
      filledAt: days(3),
    });
  });

  it.each([
    ['now', NOW],
    ['in two years', days(700)],
  ])('not %s', async (_, sendAt) => {
    const tag = unique('past');
    await bound(tag);
    const refused = await createCampaign(await admin(), { ...tagged(tag), sendAt });
    expect(refused).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'at' } });
  });
});

describe('sending the form twice', () => {
  it('at once: one campaign, and both are told of it', async () => {
    const tag = unique('twice');
    await bound(tag);
    const [ctx, form] = [await admin(), tagged(tag)];
    const sent = await Promise.all(Array.from({ length: 8 }, () => createCampaign(ctx, form)));
    const [first] = sent;
    if (!first?.ok) throw new Error('not sent');
    expect(sent).toEqual(sent.map(() => first));
  });

  it('with something else in it: says so and sends nothing', async () => {
    const tag = unique('changed');
    await bound(tag);
    const [ctx, form] = [await admin(), tagged(tag)];
    const campaignId = await create(ctx, form);
    expect(await create(ctx, form)).toBe(campaignId);
    for (const changed of [{ title: '改了' }, { sendAt: days(1) }]) {
      expect(await createCampaign(ctx, { ...form, ...changed })).toMatchObject({ error: { code: 'CONFLICT' } });
    }
  });

  it('leaves one entry in the audit log', async () => {
    const tag = unique('audit');
    await bound(tag);
    const [ctx, form] = [await admin(), tagged(tag)];
    const campaignId = await create(ctx, form);
    await create(ctx, form);
    const entries = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, String(campaignId)));
    expect(entries.map(({ action, after }) => [action, JSON.parse(after ?? '')])).toEqual([
      ['campaign.send', { title: '开课提醒', kind: 'text', scheduledAt: null }],
    ]);
  });
});

describe('a template', () => {
  async function mintTemplate(channel: 'template' | 'subscribe' = 'template') {
    const templateId = unique('T');
    const fields = [
      { name: 'thing1', label: '课程名称' },
      { name: 'time2', label: '上课时间' },
    ];
    await test.db.insert(messageTemplate).values({ templateId, title: '上课提醒', fields, channel });
    return templateId;
  }
  const GOOD = { thing1: ' Python  全栈 ', time2: '2026年3月2日 19:30' };

  it.each(['template', 'subscribe'] as const)(
    'of the %s kind is sent with exactly its fields, on one line each',
    async (channel) => {
      const [tag, templateId] = [unique('card'), await mintTemplate(channel)];
      await bound(tag);
      const card = { templateId, path: '/learn', data: { ...GOOD, more: 'x' } };
      const campaignId = await create(await admin(), { ...tagged(tag), content: { kind: 'template', ...card } });
      const data = { thing1: 'Python 全栈', time2: '2026年3月2日 19:30' };
      const { content } = await readCampaign(test.db, campaignId);
      expect(content).toEqual({ kind: channel, templateId, path: '/learn', data });
    },
  );

  it('stands in for a text that comes too late; a 订阅通知 cannot', async () => {
    const [tag, templateId, subscribe] = [unique('late'), await mintTemplate(), await mintTemplate('subscribe')];
    await bound(tag);
    const withCard = (id: string, data: Record<string, string> = GOOD) => ({
      ...tagged(tag),
      content: { kind: 'text', text: '直播', fallback: { templateId: id, path: null, data } } as const,
    });
    const { content } = await readCampaign(test.db, await create(await admin(), withCard(templateId)));
    expect(content).toMatchObject({ kind: 'text', fallback: { kind: 'template', templateId } });
    expect(await createCampaign(await admin(), withCard(subscribe))).toMatchObject({
      error: { field: 'fallback.templateId' },
    });
    expect(await createCampaign(await admin(), withCard(templateId, { thing1: '课' }))).toMatchObject({
      error: { field: 'fallback.field.time2' },
    });
  });

  it.each([
    [{ thing1: 'x'.repeat(21), time2: '19:30' }, 'field.thing1'],
    [{ thing1: '课' }, 'field.time2'],
    [{ thing1: '课', time2: '明晚' }, 'field.time2'],
  ])('whose fields are wrong is refused beside the field: %j', async (data, field) => {
    const content = { kind: 'template', templateId: await mintTemplate(), path: null, data } as const;
    const refused = await createCampaign(await admin(), { ...tagged('x'), content });
    expect(refused).toMatchObject({ error: { code: 'INVALID_INPUT', field } });
  });

  it('that is gone is refused', async () => {
    const content = { kind: 'template', templateId: unique('T'), path: null, data: {} } as const;
    expect(await createCampaign(await admin(), { ...tagged('x'), content })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });
});
