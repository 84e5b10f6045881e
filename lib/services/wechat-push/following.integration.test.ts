import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  account,
  invite,
  message,
  subscribePermit,
  wechatEvent,
  wechatQrcode,
  wechatTicket,
  wechatUser,
} from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { readPush } from '@/lib/domain/wechat/push';
import { mintAccount, only, studentCtx, unique } from '@/tests/support/factories';
import { fakeWechat } from '@/tests/support/fake-wechat';
import { mintMessage, readMessage } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { eventFields, textFields, unixNow } from '@/tests/support/wechat-push';
import { inviteCodeOf } from '../invite/invite-code';
import { openTicket } from '../wechat/open-ticket';
import { forgetOldEvents } from './forget-old-events';
import { handleEvent } from './handle-event';
import { receivePush } from './receive-push';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

/** WeChat tells it; what to answer. */
async function tell(fields: Readonly<Record<string, string>>): Promise<string | null> {
  const push = readPush(fields);
  if (!push) throw new Error('not a push');
  const answer = await receivePush(systemCtx(test.db), { push, signature: unique('signature') });
  if (answer === 'REPLAYED') throw new Error('replayed');
  return answer.reply;
}

/** The worker does what was left to it. */
async function work(): Promise<void> {
  const open = await test.db.select().from(wechatEvent).where(eq(wechatEvent.event, 'unsubscribe'));
  for (const { id } of open) await handleEvent(systemCtx(test.db), { eventId: id });
}

/** Somebody as WeChat knows them, and as we do. */
function someone() {
  const openid = unique('o');
  const start = unixNow() - 1000;
  const rows = () => test.db.select().from(wechatUser).where(eq(wechatUser.openid, openid));
  return {
    openid,
    follow: (at = 0, scene = '') => tell(eventFields(openid, 'subscribe', { EventKey: scene }, start + at)),
    leave: (at: number) => tell(eventFields(openid, 'unsubscribe', { EventKey: '' }, start + at)),
    say: (text: string, at: number) => tell(textFields(openid, text, start + at)),
    scan: (scene: string, at: number) => tell(eventFields(openid, 'SCAN', { EventKey: scene }, start + at)),
    row: async () => only(await rows()),
    isHere: async () => (await rows()).length > 0,
  };
}
const byId = async (id: number) => only(await test.db.select().from(wechatUser).where(eq(wechatUser.id, id)));
const eventsOf = (id: number) =>
  test.db.select().from(wechatEvent).where(eq(wechatEvent.wechatUserId, id)).orderBy(asc(wechatEvent.id));

async function bound() {
  const person = someone();
  await person.follow();
  const { id } = await person.row();
  const student = await mintAccount(test.db);
  const at = new Date();
  const binding = { accountId: student.id, boundAt: at, firstBoundAt: at, nickname: '路飞', unionid: unique('u') };
  await test.db.update(wechatUser).set(binding).where(eq(wechatUser.id, id));
  return { ...person, id, student };
}

describe('following', () => {
  it('makes somebody known, since when they follow', async () => {
    const person = someone();
    expect(await person.follow()).toContain('欢迎关注路飞学城');
    const row = await person.row();
    expect(row).toMatchObject({ accountId: null, followedAt: expect.any(Date), lastWroteAt: null });
    expect(row.lastActedAt).toEqual(row.followedAt);
  });

  it('is what somebody does who writes, even if nobody told us', async () => {
    const person = someone();
    await person.say('帮助', 5);
    const row = await person.row();
    expect(row).toMatchObject({ followedAt: expect.any(Date), lastActedAt: null });
    expect(row.lastWroteAt).toEqual(row.followedAt);
  });
});

describe('leaving', () => {
  it('takes what is personal, the binding, and what is queued', async () => {
    const { id, student, leave, say, isHere } = await bound();
    await say('我的课程', 1);
    const queued = await mintMessage(test.db, student.id);
    const sent = await mintMessage(test.db, student.id, { status: 'accepted' });
    await leave(10);
    await work();
    expect(await isHere()).toBe(false);
    expect(await byId(id)).toMatchObject({
      openid: null,
      openidHash: expect.any(String),
      unionid: null,
      nickname: '',
      accountId: null,
      followedAt: null,
      lastWroteAt: null,
      firstBoundAt: expect.any(Date),
    });
    expect(await readMessage(test.db, queued.id)).toMatchObject({ status: 'cancelled' });
    expect(await readMessage(test.db, sent.id)).toMatchObject({ status: 'accepted' });
    expect(await eventsOf(id)).toMatchObject([
      { event: 'subscribe', content: null, reply: null },
      { type: 'text', content: null, reply: null },
      { event: 'unsubscribe', content: null, handledAt: expect.any(Date) },
    ]);
  });

  it('ends what they scanned and did not confirm, and what they allowed', async () => {
    const { id, leave } = await bound();
    const other = await mintAccount(test.db);
    const { id: ticketId } = await openTicket(studentCtx(test.db, other, { gateways: fakeWechat().gateways }));
    const scanned = { status: 'scanned', wechatUserId: id, confirmHash: unique('hash') } as const;
    await test.db.update(wechatTicket).set(scanned).where(eq(wechatTicket.id, ticketId));
    await test.db.insert(subscribePermit).values({ wechatUserId: id, templateId: 'T', left: 1, changedAt: new Date() });
    await leave(10);
    await work();
    const ticket = only(await test.db.select().from(wechatTicket).where(eq(wechatTicket.id, ticketId)));
    expect(ticket.status).toBe('replaced');
    expect(await test.db.$count(subscribePermit, eq(subscribePermit.wechatUserId, id))).toBe(0);
  });

  it('leaves nothing of the openid anywhere', async () => {
    const { openid, leave } = await bound();
    await leave(10);
    await work();
    const events = await test.db.select().from(wechatEvent);
    expect(JSON.stringify(events)).not.toContain(openid);
  });

  it('takes the name that an account has of WeChat alone, and no name its owner chose', async () => {
    const nicknameOf = async (accountId: number) =>
      only(await test.db.select().from(account).where(eq(account.id, accountId))).nickname;
    const [made, renamed, linked] = [await bound(), await bound(), await bound()];
    for (const { id, student } of [made, renamed]) {
      await test.db.update(wechatUser).set({ madeAccountId: student.id }).where(eq(wechatUser.id, id));
    }
    for (const { student } of [made, linked]) {
      await test.db.update(account).set({ nickname: '路飞' }).where(eq(account.id, student.id));
    }
    await test.db.update(account).set({ nickname: '草帽小子' }).where(eq(account.id, renamed.student.id));
    for (const { leave } of [made, renamed, linked]) await leave(10);
    await work();
    expect(await nicknameOf(made.student.id)).toBe('微信用户');
    expect(await nicknameOf(renamed.student.id)).toBe('草帽小子');
    // This one registered, and is called so by itself.
    expect(await nicknameOf(linked.student.id)).toBe('路飞');
  });

  it('and coming back makes the same person, unbound', async () => {
    const { id, leave, follow, row } = await bound();
    await leave(10);
    await work();
    expect(await follow(20)).toContain('欢迎回到');
    expect(await row()).toMatchObject({ id, openidHash: null, accountId: null, firstBoundAt: expect.any(Date) });
    expect(await eventsOf(id)).toMatchObject([{ content: null }, { content: null }, { content: expect.any(Object) }]);
  });

  it('and coming back before the worker came to it is the same', async () => {
    const { id, leave, follow, row } = await bound();
    await leave(10);
    await follow(20);
    await work();
    expect(await row()).toMatchObject({ id, accountId: null, nickname: '', followedAt: expect.any(Date) });
  });

  it('of somebody never heard of before is remembered', async () => {
    const person = someone();
    await person.leave(5);
    await work();
    expect(await person.isHere()).toBe(false);
    expect(await person.follow(3)).toBeNull();
    expect(await person.isHere()).toBe(false);
  });
});

describe('news that come in the wrong order', () => {
  it('an old unsubscribe undoes no newer subscribe', async () => {
    const { id, student, leave, follow, row } = await bound();
    await follow(20);
    await leave(10);
    await work();
    expect(await row()).toMatchObject({ id, accountId: student.id });
  });

  it('an old subscribe, word or scan brings nobody back', async () => {
    const { id, follow, leave, say, scan, isHere } = await bound();
    await leave(10);
    expect(await say('帮助', 6)).toBeNull();
    await work();
    expect(await follow(5)).toBeNull();
    expect(await say('帮助', 7)).toBeNull();
    expect(await scan('follow', 8)).toBeNull();
    expect(await isHere()).toBe(false);
    expect((await eventsOf(id)).filter(({ content }) => content !== null)).toEqual([]);
  });

  it('leaving and writing at the same moment leaves somebody who left, or wrote last', async () => {
    for (const later of [9, 11]) {
      const { id, leave, say, isHere } = await bound();
      await leave(10);
      await Promise.all([work(), say('帮助', later), say('订单', later)]);
      await work();
      expect(await isHere()).toBe(later === 11);
      expect(await byId(id)).toMatchObject({ accountId: null });
      const kept = (await eventsOf(id)).filter(({ content }) => content !== null);
      expect(kept).toHaveLength(later === 11 ? 2 : 0);
    }
  });
});

describe('what WeChat tells of somebody who left', () => {
  it('does not bring them back, and is handled', async () => {
    const { id, openid, student, leave, isHere } = await bound();
    const { id: messageId } = await mintMessage(test.db, student.id, { status: 'accepted' });
    const msgid = String(BigInt(unixNow()) << 20n);
    await test.db.update(message).set({ msgid }).where(eq(message.id, messageId));
    await leave(10);
    await tell(eventFields(openid, 'TEMPLATESENDJOBFINISH', { MsgID: msgid, Status: 'failed:user block' }));
    await work();
    expect(await isHere()).toBe(false);
    const told = only(
      await test.db
        .select()
        .from(wechatEvent)
        .where(and(eq(wechatEvent.wechatUserId, id), eq(wechatEvent.event, 'TEMPLATESENDJOBFINISH'))),
    );
    await handleEvent(systemCtx(test.db), { eventId: told.id });
    await handleEvent(systemCtx(test.db), { eventId: told.id });
    expect(await readMessage(test.db, messageId)).toMatchObject({ status: 'failed', reason: 'failed:user block' });
    expect((await eventsOf(id)).every(({ content, handledAt }) => content === null && handledAt)).toBe(true);
  });
});

describe('scenes', () => {
  it('count scans, and follows, of a code that is kept', async () => {
    const scene = `m_${unique('').slice(1, 9).replaceAll('-', '')}`;
    const { id: createdBy } = await mintAccount(test.db, { role: 'admin' });
    const code = {
      appId: 'wx0123456789abcdef',
      scene,
      action: 'marketing',
      url: 'https://x',
      name: '地铁',
      createdBy,
    } as const;
    await test.db.insert(wechatQrcode).values(code);
    const [one, two] = [someone(), someone()];
    expect(await one.follow(0, `qrscene_${scene}`)).toContain('欢迎关注');
    await one.scan(scene, 5);
    await two.follow(0, `qrscene_${scene}`);
    expect(only(await test.db.select().from(wechatQrcode).where(eq(wechatQrcode.scene, scene)))).toMatchObject({
      scans: 3,
      follows: 2,
    });
  });

  it('of an invitation make an account, once', async () => {
    const inviter = await mintAccount(test.db);
    const code = await inviteCodeOf(studentCtx(test.db, inviter), inviter.id);
    const person = someone();
    expect(await person.follow(0, `qrscene_i_${code}`)).toContain(inviter.username);
    const { id, accountId } = await person.row();
    expect(await test.db.select().from(invite).where(eq(invite.inviterId, inviter.id))).toMatchObject([
      { inviteeId: accountId, channel: 'qr', wechatUserId: id },
    ]);
    await person.leave(10);
    await work();
    expect(await person.follow(20, `qrscene_i_${code}`)).toContain('欢迎回来');
    expect(await person.row()).toMatchObject({ id, accountId });
    expect(await test.db.$count(invite, eq(invite.inviterId, inviter.id))).toBe(1);
    expect(await test.db.$count(account, eq(account.id, accountId ?? 0))).toBe(1);
  });

  it('of a ticket nobody issued are answered, and its token is not kept', async () => {
    const person = someone();
    const scene = `t_${'A'.repeat(43)}`;
    expect(await person.follow(0, `qrscene_${scene}`)).toContain('二维码');
    const [event] = await eventsOf((await person.row()).id);
    expect(event?.content).toMatchObject({ EventKey: 'qrscene_t_…' });
  });

  it('that are none of ours are a welcome', async () => {
    expect(await someone().follow(0, 'qrscene_123123')).toContain('欢迎关注');
    expect(await someone().scan("'; drop table", 0)).toContain('回复下面的文字');
  });
});

describe('cleaning', () => {
  it('keeps events for 90 days', async () => {
    const person = someone();
    await person.follow();
    const { id } = await person.row();
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await forgetOldEvents(systemCtx(test.db, { now: days(89) }));
    expect(await eventsOf(id)).toHaveLength(1);
    await forgetOldEvents(systemCtx(test.db, { now: days(91) }));
    expect(await eventsOf(id)).toHaveLength(0);
  });

  it('keeps no link that confirms a ticket', async () => {
    const person = someone();
    await person.follow();
    const { id } = await person.row();
    const reply = `<a href="https://luffy.example/wechat/open/1?k=${'B'.repeat(43)}">确认</a>`;
    await test.db.update(wechatEvent).set({ reply }).where(eq(wechatEvent.wechatUserId, id));
    await forgetOldEvents(systemCtx(test.db, { now: new Date(Date.now() + 20 * 60_000) }));
    expect(await eventsOf(id)).toMatchObject([{ reply: '<a href="https://luffy.example/wechat/open/1?k=…">确认</a>' }]);
  });
});
