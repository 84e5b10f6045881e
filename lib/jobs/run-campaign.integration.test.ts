import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, auditLog, mutedTopic, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { beginCampaign } from '@/lib/services/campaign/begin-campaign';
import { cancelCampaign } from '@/lib/services/campaign/cancel-campaign';
import { fillCampaign } from '@/lib/services/campaign/fill-campaign';
import { pauseCampaign } from '@/lib/services/campaign/pause-campaign';
import { recoverCampaigns } from '@/lib/services/campaign/recover-campaigns';
import { resumeCampaign } from '@/lib/services/campaign/resume-campaign';
import { retryFailed } from '@/lib/services/campaign/retry-failed';
import { sendBatch } from '@/lib/services/campaign/send-batch';
import { sendTest } from '@/lib/services/campaign/send-test';
import { recoverMessages } from '@/lib/services/message/recover-messages';
import {
  adminCtx,
  countsOf,
  fill,
  mintCampaign,
  mintCrowd,
  readCampaign,
  readSent,
  runJobOf,
} from '@/tests/support/campaign-factories';
import { studentCtx, unique } from '@/tests/support/factories';
import { fakeWechat, refusal } from '@/tests/support/fake-wechat';
import { CARD, mintBinding, readMessages, TEXT } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { runCampaign } from './run-campaign';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

/** A campaign to so many people of its own, and a WeChat that takes everything unless told otherwise. */
async function scene(people: number, content: Parameters<typeof mintCampaign>[2] = CARD) {
  const tag = unique('run');
  await mintCrowd(test.db, tag, people);
  const campaignId = await mintCampaign(test.db, tag, content);
  // A run takes its job out of the queue before it begins.
  await test.db.execute(sql`select graphile_worker.remove_job(${`campaign:${campaignId}:run`})`);
  const wechat = fakeWechat({ appId: unique('wx') });
  const ctx = (now = new Date()) => systemCtx(test.db, { now, gateways: wechat.gateways });
  return {
    tag,
    campaignId,
    wechat,
    ctx,
    admin: await adminCtx(test.db),
    run: (clock = () => new Date()) => runCampaign(() => ctx(clock()), campaignId),
    counts: () => countsOf(test.db, campaignId),
    read: () => readCampaign(test.db, campaignId),
    messages: () => readSent(test.db, campaignId),
  };
}

const receivers = (sent: readonly { readonly openid: string }[]) => new Set(sent.map(({ openid }) => openid)).size;
const minutesOn = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);

describe('a run', () => {
  it('writes, sends, finishes: everyone once', async () => {
    const { campaignId, wechat, run, counts, read } = await scene(200);
    await run();
    expect(await counts()).toEqual({ accepted: 200 });
    expect([wechat.sent.length, receivers(wechat.sent)]).toEqual([200, 200]);
    expect(await read()).toMatchObject({ status: 'finished', recipients: 200 });
    expect((await read()).finishedAt).not.toBeNull();
    await run();
    expect(wechat.sent).toHaveLength(200);
    expect(await readSent(test.db, campaignId)).toHaveLength(200);
  });

  it('two at once share the work', async () => {
    const { wechat, run, counts, read } = await scene(1500);
    await Promise.all([run(), run()]);
    // Whoever came last to an empty queue while the other still sent looks again later.
    await run();
    expect(await counts()).toEqual({ accepted: 1500 });
    expect([wechat.sent.length, receivers(wechat.sent)]).toEqual([1500, 1500]);
    expect(await read()).toMatchObject({ status: 'finished', recipients: 1500 });
  });

  it('does not begin before its time', async () => {
    const { wechat, run, read } = await scene(1);
    await run(minutesOn(-10));
    expect([wechat.sent.length, (await read()).status]).toEqual([0, 'scheduled']);
  });

  it('leaves out who unbound, or muted news, after their message was written', async () => {
    const { campaignId, wechat, run, messages } = await scene(3);
    await fill(test.db, campaignId);
    const [leaving, muting] = await messages();
    await test.db
      .update(wechatUser)
      .set({ accountId: null, boundAt: null })
      .where(eq(wechatUser.accountId, leaving?.accountId ?? 0));
    await test.db.insert(mutedTopic).values({ accountId: muting?.accountId ?? 0, topic: 'news' });
    await run();
    expect((await messages()).map(({ status, reason }) => [status, reason])).toEqual([
      ['cancelled', '已解除绑定'],
      ['cancelled', '学员已关闭此类通知'],
      ['accepted', null],
    ]);
    expect(wechat.sent).toHaveLength(1);
  });

  it('that is refused for now comes back when its messages are due, and finishes then', async () => {
    const { campaignId, wechat, run, counts, read } = await scene(2);
    wechat.sends.push(refusal(-1, 'busy'), refusal(-1, 'busy'));
    await run();
    expect(await counts()).toEqual({ queued: 2 });
    const due = (await runJobOf(test.db, campaignId))?.getTime() ?? 0;
    expect(due).toBeGreaterThan(Date.now() + 20_000);
    expect(due).toBeLessThan(Date.now() + 60_000);
    await run(minutesOn(1));
    expect([await counts(), (await read()).status]).toEqual([{ accepted: 2 }, 'finished']);
  });

  it('stops trying once the quota is used up', async () => {
    const { campaignId, wechat, run, counts } = await scene(300);
    wechat.sends.push(refusal(45009, 'quota'));
    await run();
    const queued = (await counts()).queued ?? 0;
    expect(queued).toBeGreaterThan(200);
    expect(wechat.sent.length).toBeLessThan(100);
    const due = (await runJobOf(test.db, campaignId))?.getTime() ?? 0;
    expect(due).toBeGreaterThan(Date.now() + 4 * 60_000);
  });
});

describe('an administrator', () => {
  it('pauses and resumes it: nothing goes between, everyone gets it once', async () => {
    const { campaignId, wechat, ctx, admin, run, counts, read } = await scene(300);
    await fill(test.db, campaignId);
    await sendBatch(ctx(), campaignId);
    expect(await pauseCampaign(admin, campaignId)).toMatchObject({ ok: true });
    const before = wechat.sent.length;
    await run();
    expect([wechat.sent.length, (await read()).status]).toEqual([before, 'paused']);
    expect(await pauseCampaign(admin, campaignId)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await resumeCampaign(admin, campaignId)).toMatchObject({ ok: true });
    expect(await runJobOf(test.db, campaignId)).toBeDefined();
    await run();
    expect([await counts(), receivers(wechat.sent)]).toEqual([{ accepted: 300 }, 300]);
  });

  it('pauses while it runs: what goes after that is what was in hand', async () => {
    const { campaignId, wechat, admin, run, counts, read } = await scene(1200);
    const running = run();
    while (wechat.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await pauseCampaign(admin, campaignId);
    const after = wechat.sent.length;
    await running;
    expect((await read()).status).toBe('paused');
    expect(wechat.sent.length - after).toBeLessThanOrEqual(96);
    const { queued = 0, accepted = 0, ...rest } = await counts();
    expect([queued + accepted, rest]).toEqual([1200, {}]);
    expect(queued).toBeGreaterThan(0);
    await resumeCampaign(admin, campaignId);
    await run();
    expect([await counts(), wechat.sent.length]).toEqual([{ accepted: 1200 }, 1200]);
  });

  it('pauses one that has not begun; resumed, it waits for its time again', async () => {
    const { campaignId, admin, read } = await scene(1);
    await pauseCampaign(admin, campaignId);
    await resumeCampaign(admin, campaignId);
    expect((await read()).status).toBe('scheduled');
  });

  it('cancels it: what is left is cancelled, but for what may have arrived', async () => {
    const { campaignId, wechat, ctx, admin, run, counts, read } = await scene(300);
    wechat.sends.push({ kind: 'unknown', reason: 'no answer' });
    await fill(test.db, campaignId);
    await sendBatch(ctx(), campaignId);
    const before = wechat.sent.length;
    expect(await cancelCampaign(admin, campaignId)).toMatchObject({ ok: true });
    await run();
    expect(wechat.sent).toHaveLength(before);
    expect(await counts()).toEqual({ accepted: before - 1, unknown: 1, cancelled: 300 - before });
    expect((await read()).status).toBe('cancelled');
    for (const act of [resumeCampaign, pauseCampaign, cancelCampaign, retryFailed]) {
      expect(await act(admin, campaignId)).toMatchObject({ error: { code: 'CONFLICT' } });
    }
  });

  it('cancels before the messages are written: none is', async () => {
    const { campaignId, admin, run, counts } = await scene(5);
    await cancelCampaign(admin, campaignId);
    await run();
    expect(await counts()).toEqual({});
  });

  it('and another: of pause, cancel and the end one comes last, and nothing is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { campaignId, wechat, admin, run, counts, read } = await scene(150);
      const results = await Promise.all([run(), pauseCampaign(admin, campaignId), cancelCampaign(admin, campaignId)]);
      await run();
      const { accepted = 0, cancelled = 0, ...rest } = await counts();
      expect(rest).toEqual({});
      expect(receivers(wechat.sent)).toBe(accepted);
      const { status, recipients } = await read();
      expect(accepted + cancelled).toBe(recipients);
      expect(status).toBe(results[2].ok ? 'cancelled' : 'finished');
    }
  });

  it('nobody else may', async () => {
    const { campaignId, tag } = await scene(1);
    const [one] = await test.db.select().from(account).where(eq(account.nickname, tag));
    const student = studentCtx(test.db, { id: one?.id ?? 0 });
    for (const act of [pauseCampaign, resumeCampaign, cancelCampaign, retryFailed]) {
      expect(await act(student, campaignId)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });

  it('leaves an entry for each step', async () => {
    const { campaignId, admin } = await scene(1);
    await pauseCampaign(admin, campaignId);
    await resumeCampaign(admin, campaignId);
    await cancelCampaign(admin, campaignId);
    const entries = await test.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.subjectKind, 'campaign'), eq(auditLog.subjectId, String(campaignId))))
      .orderBy(auditLog.id);
    expect(entries.map(({ action }) => action)).toEqual([
      'campaign.send',
      'campaign.pause',
      'campaign.resume',
      'campaign.cancel',
    ]);
  });
});

describe('sending failed messages again', () => {
  it('takes what certainly did not arrive, under a new client_msg_id, and leaves the rest alone', async () => {
    const { campaignId, wechat, admin, run, counts, messages, read } = await scene(6);
    const lost = { kind: 'unknown', reason: 'no answer' } as const;
    wechat.sends.push(refusal(43004), refusal(43101), refusal(47003), lost);
    await run();
    // The card that may have arrived goes again, and is refused: the first sending may still have arrived.
    wechat.sends.push(refusal(43004));
    await run(minutesOn(1));
    expect(await counts()).toEqual({ accepted: 2, failed: 4 });
    const before = new Map((await messages()).map((one) => [one.id, one]));
    expect(await retryFailed(admin, campaignId)).toEqual({ ok: true, value: 2 });
    expect((await read()).status).toBe('running');
    const again = (await messages()).filter(({ status }) => status === 'queued');
    for (const { id, clientMsgId, reason, firstSentAt } of again) {
      expect(clientMsgId).not.toBe(before.get(id)?.clientMsgId);
      expect([reason, firstSentAt]).toEqual([null, null]);
    }
    const sent = wechat.sent.length;
    await run(minutesOn(2));
    expect(wechat.sent.length).toBe(sent + 2);
    expect([await counts(), (await read()).status]).toEqual([{ accepted: 4, failed: 2 }, 'finished']);
    expect(await retryFailed(admin, campaignId)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it('pressed twice at once sends each once more', async () => {
    const { campaignId, wechat, admin, run, counts } = await scene(20);
    wechat.sends.push(...Array.from({ length: 20 }, () => refusal(43004)));
    await run();
    const results = await Promise.all([retryFailed(admin, campaignId), retryFailed(admin, campaignId)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await run(minutesOn(1));
    expect([await counts(), wechat.sent.length]).toEqual([{ accepted: 20 }, 40]);
  });
});

describe('what was interrupted', () => {
  it('gets a new job when it has something to do and none', async () => {
    const [running, cancelled, paused, waiting] = [await scene(2), await scene(2), await scene(2), await scene(2)];
    await fill(test.db, running.campaignId);
    await fill(test.db, cancelled.campaignId);
    await cancelCampaign(cancelled.admin, cancelled.campaignId);
    await fill(test.db, paused.campaignId);
    await pauseCampaign(paused.admin, paused.campaignId);
    const ids = [running, cancelled, paused, waiting].map(({ campaignId }) => campaignId);
    await test.db.execute(sql`delete from graphile_worker._private_jobs where key like 'campaign:%'`);
    expect(await recoverCampaigns(systemCtx(test.db))).toBeGreaterThanOrEqual(3);
    const jobs = await Promise.all(ids.map((id) => runJobOf(test.db, id)));
    expect(jobs.map((job) => job !== undefined)).toEqual([true, true, false, true]);
    const mine = await recoverCampaigns(systemCtx(test.db));
    expect(mine).toBe(0);
  });

  it('of a worker that died: cards go again under the same client_msg_id, texts never', async () => {
    for (const content of [CARD, TEXT]) {
      const isCard = content === CARD;
      const { campaignId, wechat, ctx, run, counts, read } = await scene(70, content);
      await fill(test.db, campaignId);
      const dying = fakeWechat({
        appId: unique('wx'),
        sendTemplate: () => new Promise(() => {}),
        sendText: () => new Promise(() => {}),
      });
      void sendBatch({ ...ctx(), gateways: dying.gateways }, campaignId);
      while (((await counts()).sending ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await run();
      expect(await counts()).toEqual({ accepted: 22, sending: 48 });
      expect((await read()).status).toBe('running');
      const ids = (await readSent(test.db, campaignId)).map(({ clientMsgId }) => clientMsgId);
      await recoverMessages(systemCtx(test.db, { now: minutesOn(3)() }));
      await run(minutesOn(4));
      expect(await counts()).toEqual(isCard ? { accepted: 70 } : { accepted: 22, unknown: 48 });
      expect((await readSent(test.db, campaignId)).map(({ clientMsgId }) => clientMsgId)).toEqual(ids);
      expect((await read()).status).toBe('finished');
      expect(wechat.sent).toHaveLength(isCard ? 70 : 22);
    }
  });

  it('while the messages are written: the next set begins where the last one ended', async () => {
    const { campaignId, read, messages } = await scene(2500);
    const ctx = systemCtx(test.db);
    await beginCampaign(ctx, campaignId);
    expect(await fillCampaign(ctx, campaignId)).toBe(true);
    expect(await read()).toMatchObject({ recipients: 1000, filledAt: null });
    // Two at once: one of them passes, the other writes.
    await Promise.all(Array.from({ length: 6 }, () => fillCampaign(ctx, campaignId)));
    while (await fillCampaign(ctx, campaignId));
    expect(await read()).toMatchObject({ recipients: 2500 });
    expect(new Set((await messages()).map(({ accountId }) => accountId)).size).toBe(2500);
  });
});

describe('a test to oneself', () => {
  const CONTENT = { title: '开课提醒', content: { kind: 'text', text: '今晚直播', fallback: null } } as const;

  it('goes to whoever asks, even if they muted news, and to nobody else', async () => {
    const admin = await adminCtx(test.db);
    expect(await sendTest(admin, CONTENT)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    await mintBinding(test.db, admin.actor.id);
    await test.db.insert(mutedTopic).values({ accountId: admin.actor.id, topic: 'news' });
    expect(await sendTest(admin, CONTENT)).toEqual({ ok: true, value: null });
    expect(await readMessages(test.db, admin.actor.id)).toMatchObject([
      { status: 'queued', campaignId: null, title: '开课提醒', content: { kind: 'text', text: '今晚直播' } },
    ]);
  });

  it('is not for students', async () => {
    const [one] = await test.db.select().from(account).limit(1);
    const ctx = studentCtx(test.db, { id: one?.id ?? 0 });
    expect(await sendTest(ctx, CONTENT)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});

it('keeps single messages apart: none of a campaign has a job of its own', async () => {
  const { run, messages } = await scene(3);
  await run();
  const keys = (await messages()).map(({ id }) => `message:${id}:send`);
  const jobs = await test.db.execute(sql`select 1 from graphile_worker.jobs where key in (${sql.join(keys, sql`, `)})`);
  expect(jobs).toEqual([]);
});
