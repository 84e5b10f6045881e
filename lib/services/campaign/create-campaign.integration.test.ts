import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  account,
  auditLog,
  campaign,
  enrolment,
  enrolmentGrant,
  message,
  messageTemplate,
  orderLine,
  wechatUser,
} from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { CampaignForm } from '@/lib/domain/admin/campaign-form';
import type { Ctx } from '@/lib/services/ctx';
import { solveCombination } from '@/lib/solver/combination-solver';
import { fakeGateways, mintAccount, mintCourse, only, silentLog, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { lockAccount } from '../lock-account';
import { unbind } from '../wechat/unbind';
import { startCampaign } from './start-campaign';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const ctxOf = (actor: Ctx['actor']): Ctx => ({
  db: test.db,
  actor,
  now: new Date('2026-03-02T04:00:00Z'),
  gateways: fakeGateways(),
  solver: solveCombination,
  log: silentLog,
});
const adminCtx = async () => {
  const admin = await mintAccount(test.db, { role: 'admin' });
  return ctxOf({ kind: 'account', id: admin.id, role: 'admin' });
};

/** An account under a name that only `tag` finds, bound unless told otherwise. */
async function mintBound(
  tag: string,
  { bound = true, role = 'student' }: { bound?: boolean; role?: 'student' | 'mentor' } = {},
): Promise<number> {
  const { id } = await mintAccount(test.db, { role });
  await test.db
    .update(account)
    .set({ nickname: `${tag}-${id}` })
    .where(eq(account.id, id));
  const holder = bound ? { accountId: id, boundAt: new Date() } : {};
  await test.db.insert(wechatUser).values({ appId: 'wx1', openid: unique('o'), ...holder });
  return id;
}

const formFor = (audience: CampaignForm['audience']): CampaignForm => ({
  formKey: randomUUID(),
  title: '开课提醒',
  audience,
  content: { kind: 'text', text: '今晚 19:30 直播答疑' },
});
const tagged = (tag: string, rest: Partial<{ role: 'mentor'; bought: number | 'none' }> = {}) =>
  formFor({ kind: 'matching', filter: { q: tag, role: null, bought: null, ...rest } });

async function recipientsOf(campaignId: number): Promise<number[]> {
  const rows = await test.db
    .select({ accountId: message.accountId })
    .from(message)
    .where(eq(message.campaignId, campaignId))
    .orderBy(asc(message.accountId));
  return rows.map(({ accountId }) => accountId);
}

async function send(ctx: Ctx, form: CampaignForm): Promise<number> {
  const sent = await startCampaign(ctx, form);
  if (!sent.ok) throw new Error(`${sent.error.code} ${sent.error.detail}`);
  return sent.value.campaignId;
}

describe('who may send', () => {
  it.each(['student', 'mentor'] as const)('not a %s', async (role) => {
    const tag = unique('role');
    const id = await mintBound(tag);
    const sent = await startCampaign(ctxOf({ kind: 'account', id, role }), tagged(tag));
    expect(sent).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await test.db.select().from(message).where(eq(message.accountId, id))).toEqual([]);
  });

  it('nobody signed out, no job', async () => {
    for (const actor of [{ kind: 'visitor' }, { kind: 'system' }] as const) {
      expect(await startCampaign(ctxOf(actor), tagged('x'))).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
  });
});

describe('who gets it', () => {
  it('everyone who fits the filter and is bound, and no one else', async () => {
    const tag = unique('all');
    const bound = [await mintBound(tag), await mintBound(tag)];
    await mintBound(tag, { bound: false });
    await mintBound(unique('other'));
    const disabled = await mintBound(tag);
    await test.db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, disabled));
    expect(await recipientsOf(await send(await adminCtx(), tagged(tag)))).toEqual(bound);
  });

  it('by role, and by what was bought and not given back', async () => {
    const tag = unique('bought');
    const [buyer, refunded, mentor] = [
      await mintBound(tag),
      await mintBound(tag),
      await mintBound(tag, { role: 'mentor' }),
    ];
    const product = await mintCourse(test.db);
    await grant(buyer, product, null);
    await grant(refunded, product, new Date());
    const admin = await adminCtx();
    expect(await recipientsOf(await send(admin, tagged(tag, { bought: product.id })))).toEqual([buyer]);
    expect(await recipientsOf(await send(admin, tagged(tag, { bought: 'none' })))).toEqual([refunded, mentor]);
    expect(await recipientsOf(await send(admin, tagged(tag, { role: 'mentor' })))).toEqual([mentor]);
  });

  it('of those picked by hand: who is bound', async () => {
    const [one, other] = [await mintBound('picked'), await mintBound('picked', { bound: false })];
    const form = formFor({ kind: 'picked', accountIds: [one, other] });
    expect(await recipientsOf(await send(await adminCtx(), form))).toEqual([one]);
  });

  it('is someone, or nothing is written', async () => {
    const form = tagged(unique('nobody'));
    expect(await startCampaign(await adminCtx(), form)).toMatchObject({
      error: { code: 'INVALID_INPUT', field: 'to' },
    });
    expect(await test.db.select().from(campaign).where(eq(campaign.formKey, form.formKey))).toEqual([]);
  });

  it('thousands at once, each with its own job behind those of single students', async () => {
    const tag = unique('many');
    await test.db.execute(sql`
      with made as (
        insert into account (username, password_hash, nickname)
        select ${tag} || n, 'no password', ${tag} from generate_series(1, 3000) as n returning id
      )
      insert into wechat_user (app_id, openid, account_id, bound_at) select 'wx1', ${tag} || id, id, now() from made`);
    const campaignId = await send(await adminCtx(), tagged(tag));
    const [jobs] = await test.db.execute<{ jobs: number; priority: number }>(sql`
      select count(*)::int as jobs, min(job.priority)::int as priority from graphile_worker.jobs as job
      join message on job.key = 'message:' || message.id || ':send' where message.campaign_id = ${campaignId}`);
    expect(jobs).toEqual({ jobs: 3000, priority: 20 });
  });
});

async function grant(accountId: number, product: Awaited<ReturnType<typeof mintCourse>>, revokedAt: Date | null) {
  const placed = await mintPendingOrder(test.db, accountId, [{ product }]);
  const line = only(await test.db.select().from(orderLine).where(eq(orderLine.orderId, placed.id)));
  const held = only(await test.db.insert(enrolment).values({ accountId, productId: product.id }).returning());
  await test.db.insert(enrolmentGrant).values({
    enrolmentId: held.id,
    orderLineId: line.id,
    validDays: 1,
    startsAt: new Date('2026-01-01'),
    endsAt: new Date('2026-01-02'),
    revokedAt,
  });
}

describe('sending the form twice', () => {
  it('at once: one campaign, and both are told of it', async () => {
    const tag = unique('twice');
    const id = await mintBound(tag);
    const [admin, form] = [await adminCtx(), tagged(tag)];
    const sent = await Promise.all(Array.from({ length: 8 }, () => startCampaign(admin, form)));
    const [first] = sent;
    if (!first?.ok) throw new Error('not sent');
    expect(sent).toEqual(sent.map(() => first));
    expect(await recipientsOf(first.value.campaignId)).toEqual([id]);
  });

  it('with something else in it: says so and sends nothing', async () => {
    const tag = unique('changed');
    await mintBound(tag);
    const [admin, form] = [await adminCtx(), tagged(tag)];
    const campaignId = await send(admin, form);
    expect(await send(admin, form)).toBe(campaignId);
    const changed = await startCampaign(admin, { ...form, title: '改了' });
    expect(changed).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('leaves one entry in the audit log', async () => {
    const tag = unique('audit');
    await mintBound(tag);
    const [admin, form] = [await adminCtx(), tagged(tag)];
    const campaignId = await send(admin, form);
    await send(admin, form);
    const entries = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, String(campaignId)));
    expect(entries.map(({ action, after }) => [action, JSON.parse(after ?? '')])).toEqual([
      ['campaign.send', { title: '开课提醒', kind: 'text', recipients: 1 }],
    ]);
  });
});

describe('races with binding', () => {
  it('someone who unbinds while the campaign waits for them gets nothing', async () => {
    const tag = unique('unbind');
    const [leaving, staying] = [await mintBound(tag), await mintBound(tag)];
    const admin = await adminCtx();
    const sending: Promise<number>[] = [];
    await test.db.transaction(async (tx) => {
      await lockAccount(tx, leaving);
      sending.push(send(admin, tagged(tag)));
      await untilWaiting();
      await tx.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.accountId, leaving));
    });
    const [campaignId] = await Promise.all(sending);
    expect(await recipientsOf(campaignId ?? 0)).toEqual([staying]);
  });

  it('in any order: no message is left queued for someone who is not bound', async () => {
    for (let round = 0; round < 10; round++) {
      const tag = unique('race');
      const ids = [await mintBound(tag), await mintBound(tag), await mintBound(tag)];
      const admin = await adminCtx();
      const leave = ids.map(
        (id) => () => unbind({ ...ctxOf(admin.actor), actor: { kind: 'account', id, role: 'student' } }),
      );
      await Promise.all([startCampaign(admin, tagged(tag)), ...leave.map((act) => act())]);
      const queued = await test.db.execute(sql`
        select 1 from message where status = 'queued' and account_id in (${sql.join(ids, sql`, `)})`);
      expect(queued).toEqual([]);
    }
  });
});

/** Until some transaction of this database waits for a lock. */
async function untilWaiting(): Promise<void> {
  for (;;) {
    const waiting = await test.db.execute(sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting.length > 0) return;
  }
}

describe('a template', () => {
  async function mintTemplate() {
    const templateId = unique('T');
    const fields = [
      { name: 'thing1', label: '课程名称' },
      { name: 'time2', label: '通知时间' },
    ];
    await test.db.insert(messageTemplate).values({ templateId, title: '课程通知', fields });
    return templateId;
  }
  const withData = (tag: string, templateId: string, data: Record<string, string>): CampaignForm => ({
    ...tagged(tag),
    content: { kind: 'template', templateId, path: '/courses', data },
  });

  it('is kept with exactly its fields, as WeChat takes them', async () => {
    const tag = unique('card');
    const id = await mintBound(tag);
    const templateId = await mintTemplate();
    const data = { thing1: ' Python\n全栈 ', time2: '2026年3月2日 19:30', stray: 'x' };
    await send(await adminCtx(), withData(tag, templateId, data));
    const sent = only(await test.db.select().from(message).where(eq(message.accountId, id)));
    expect(sent).toMatchObject({
      kind: 'template',
      status: 'queued',
      content: { templateId, path: '/courses', data: { thing1: 'Python 全栈', time2: '2026年3月2日 19:30' } },
    });
  });

  it.each([
    [{ thing1: 'x'.repeat(21), time2: '19:30' }, 'field.thing1'],
    [{ thing1: '课' }, 'field.time2'],
    [{ thing1: '课', time2: '明晚' }, 'field.time2'],
  ])('whose fields are wrong is refused beside the field: %j', async (data, field) => {
    const refused = await startCampaign(await adminCtx(), withData('x', await mintTemplate(), data));
    expect(refused).toMatchObject({ error: { code: 'INVALID_INPUT', field } });
  });

  it('that is gone is refused', async () => {
    const refused = await startCampaign(await adminCtx(), withData('x', unique('T'), {}));
    expect(refused).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});
