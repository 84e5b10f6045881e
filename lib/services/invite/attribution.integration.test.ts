import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, inviteCode, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { readInviteCode } from '@/lib/domain/invite-code';
import { freshAddress, freshUsername, PASSWORD, visitorCtx } from '@/tests/support/account-factories';
import { mintAccount, only } from '@/tests/support/factories';
import { mintFollower, mintInviter, readInvites } from '@/tests/support/invite-factories';
import { mintBinding } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { register } from '../account/register';
import { attributeInvite } from './attribute-invite';
import { followByInvite } from './follow-by-invite';
import { inviteCodeOf } from './invite-code';
import { inviteWords } from './invite-words';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const follow = (code: string, wechatUserId: number, now = new Date()) =>
  test.db.transaction((tx) => followByInvite({ ...systemCtx(test.db, { now }), db: tx }, { code, wechatUserId }));
const readPerson = async (id: number) => only(await test.db.select().from(wechatUser).where(eq(wechatUser.id, id)));

/** What unfollowing leaves of a person. */
const leave = (id: number, openid: string) =>
  test.db
    .update(wechatUser)
    .set({
      openid: null,
      openidHash: `hash of ${openid}`,
      nickname: '',
      accountId: null,
      boundAt: null,
      followedAt: null,
    })
    .where(eq(wechatUser.id, id));

describe('a code', () => {
  it('is one for an account, however many ask at once, and can be told apart when read out', async () => {
    const { id } = await mintAccount(test.db);
    const codes = await Promise.all(Array.from({ length: 20 }, () => inviteCodeOf(systemCtx(test.db), id)));
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toMatch(/^[a-hjkmnp-z2-9]{8}$/);
    expect(readInviteCode(` ${codes[0]?.toUpperCase()} `)).toBe(codes[0]);
    expect(await test.db.select().from(inviteCode).where(eq(inviteCode.accountId, id))).toHaveLength(1);
  });
});

describe('following through an invitation', () => {
  it('makes one account and one invitation, however often it is pushed at once', async () => {
    const inviter = await mintInviter(test.db);
    const { id } = await mintFollower(test.db);
    const replies = await Promise.all(Array.from({ length: 20 }, () => follow(inviter.code, id)));
    const told = replies.filter((reply) => reply !== null);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`感谢您的加入，邀请者是 ${inviter.username}`);
    const person = await readPerson(id);
    expect(await readInvites(test.db, inviter.id)).toMatchObject([
      { inviteeId: person.accountId, wechatUserId: id, channel: 'qr', rewardedAt: null },
    ]);
    expect(
      await test.db
        .select()
        .from(account)
        .where(eq(account.id, person.madeAccountId ?? 0)),
    ).toMatchObject([{ passwordHash: null, isNamed: false, nickname: '索隆' }]);
  });

  it('of two inviters at once, one brings the person', async () => {
    const [one, two] = [await mintInviter(test.db), await mintInviter(test.db)];
    const { id } = await mintFollower(test.db);
    await Promise.all([follow(one.code, id), follow(two.code, id)]);
    const invites = [...(await readInvites(test.db, one.id)), ...(await readInvites(test.db, two.id))];
    expect(invites).toHaveLength(1);
  });

  it('brings nobody back: who left and follows again has the old account, and counts for no one else', async () => {
    const [first, second] = [await mintInviter(test.db), await mintInviter(test.db)];
    const { id, openid } = await mintFollower(test.db);
    await follow(first.code, id);
    const { accountId } = await readPerson(id);
    await leave(id, openid);
    await test.db.update(wechatUser).set({ openid, openidHash: null }).where(eq(wechatUser.id, id));
    expect(await follow(second.code, id)).toContain('欢迎回来');
    expect(await readPerson(id)).toMatchObject({ accountId });
    expect(await readInvites(test.db, second.id)).toEqual([]);
    expect(await readInvites(test.db, first.id)).toHaveLength(1);
  });

  it('does nothing for students, oneself included, nor with a code of nobody or of a disabled account', async () => {
    const inviter = await mintInviter(test.db);
    const own = await mintBinding(test.db, inviter.id);
    expect(await follow(inviter.code, own.id)).toBeNull();
    // Unbound by hand: no account came into being with this WeChat.
    await test.db.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.id, own.id));
    expect(await follow(inviter.code, own.id)).toBeNull();
    const { id } = await mintFollower(test.db);
    expect(await follow('zzzzzzzz', id)).toBeNull();
    expect(await follow("' or 1=1", id)).toBeNull();
    await test.db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, inviter.id));
    expect(await follow(inviter.code, id)).toBeNull();
    expect(await readPerson(id)).toMatchObject({ accountId: null, firstBoundAt: null });
    expect(await readInvites(test.db, inviter.id)).toEqual([]);
  });

  it('names an inviter whose nickname is markup without it becoming any', async () => {
    const inviter = await mintInviter(test.db);
    await test.db
      .update(account)
      .set({ nickname: '<a href="https://evil.example">点我</a>' })
      .where(eq(account.id, inviter.id));
    const { id } = await mintFollower(test.db);
    const reply = await follow(inviter.code, id);
    expect(reply?.match(/<a /g)).toHaveLength(1);
    expect(reply).toContain('<a href="https://luffy.example/account">');
  });
});

describe('registering', () => {
  const join = (inviteCodeTyped: string | null) =>
    register(visitorCtx(test.db), {
      username: freshUsername(),
      password: PASSWORD,
      inviteCode: inviteCodeTyped,
      address: freshAddress(),
    });

  it('with the code in the browser is attributed, with a wrong one it is not', async () => {
    const inviter = await mintInviter(test.db);
    const joined = await join(inviter.code);
    expect(joined.ok).toBe(true);
    expect(await readInvites(test.db, inviter.id)).toMatchObject([{ channel: 'link', wechatUserId: null }]);
    expect((await join('zzzzzzzz')).ok).toBe(true);
    expect((await join(null)).ok).toBe(true);
    expect(await readInvites(test.db, inviter.id)).toHaveLength(1);
  });

  it('is attributed once for ever, never to oneself, and never in a circle', async () => {
    const inviter = await mintInviter(test.db);
    const joined = await join(inviter.code);
    if (!joined.ok) throw new Error(joined.error.code);
    const { accountId } = joined.value;
    const attribute = (inviteeId: number, code: string) =>
      test.db.transaction((tx) =>
        attributeInvite({ ...systemCtx(test.db), db: tx }, { inviteeId, code, channel: 'link', wechatUserId: null }),
      );
    const other = await mintInviter(test.db);
    expect(await attribute(accountId, other.code)).toBe(false);
    expect(await attribute(inviter.id, inviter.code)).toBe(false);
    expect(await attribute(inviter.id, await inviteCodeOf(systemCtx(test.db), accountId))).toBe(false);
    expect(await readInvites(test.db, inviter.id)).toMatchObject([{ inviteeId: accountId }]);
    expect(await readInvites(test.db, accountId)).toEqual([]);
  });
});

it('the chat tells the link and who came', async () => {
  const inviter = await mintInviter(test.db);
  const ctx = systemCtx(test.db);
  expect(await inviteWords(ctx, inviter.id)).toContain(`https://luffy.example/i/${inviter.code}\n`);
  await follow(inviter.code, (await mintFollower(test.db)).id);
  expect(await inviteWords(ctx, inviter.id)).toContain('已有 1 位好友加入');
});
