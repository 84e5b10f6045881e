import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, auditLog, beliAccount, beliEntry } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { findViewer } from '@/lib/auth/viewer';
import { beli } from '@/lib/domain/money';
import { signIn } from '@/lib/services/account/sign-in';
import { adminCtx, freshAddress, PASSWORD, registerStudent, visitorCtx } from '@/tests/support/account-factories';
import { mintAccount, only } from '@/tests/support/factories';
import type { AccountCtx } from '../ctx';
import { disableAccount } from './disable-account';
import { enableAccount } from './enable-account';
import { endAccountSessions } from './end-account-sessions';
import { giveBeli } from './give-beli';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const rowOf = async (id: number) => only(await test.db.select().from(account).where(eq(account.id, id)));
const auditOf = (id: number) =>
  test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, 'account'), eq(auditLog.subjectId, String(id))))
    .orderBy(asc(auditLog.id));
const done = { ok: true, value: null };
const refused = (code: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });

/** Whether a session that began when the account had `sessionVersion` is alive. */
const isAlive = async (accountId: number, sessionVersion: number) =>
  (await findViewer(test.db, { accountId, sessionId: randomUUID(), sessionVersion, issuedAt: new Date() })) !== null;

describe('disabling and enabling', () => {
  it('ends every session at once, and enabling does not bring them back', async () => {
    const [admin, student] = [await adminCtx(test.db), await registerStudent(test.db)];
    const begun = await rowOf(student.id);
    expect(await isAlive(student.id, begun.sessionVersion)).toBe(true);

    expect(await disableAccount(admin, { accountId: student.id })).toEqual(done);
    expect(await rowOf(student.id)).toMatchObject({ disabledAt: admin.now });
    expect(await isAlive(student.id, begun.sessionVersion)).toBe(false);
    const credentials = { username: student.username, password: PASSWORD, address: freshAddress() };
    expect(await signIn(visitorCtx(test.db), credentials)).toEqual(refused('WRONG_CREDENTIALS'));

    expect(await enableAccount(admin, { accountId: student.id })).toEqual(done);
    expect(await isAlive(student.id, begun.sessionVersion)).toBe(false);
    expect(await signIn(visitorCtx(test.db), credentials)).toMatchObject({ ok: true });
    expect(await auditOf(student.id)).toMatchObject([
      { action: 'account.disable', actorId: admin.actor.id, before: '{"disabled":false}', after: '{"disabled":true}' },
      { action: 'account.enable', actorId: admin.actor.id, before: '{"disabled":true}', after: '{"disabled":false}' },
    ]);
  });

  it('happens once, and says when there is nothing to do', async () => {
    const [admin, student] = [await adminCtx(test.db), await mintAccount(test.db)];
    const input = { accountId: student.id };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => disableAccount(admin, input)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await disableAccount(admin, input)).toEqual(refused('CONFLICT'));
    expect(await enableAccount(admin, input)).toEqual(done);
    expect(await enableAccount(admin, input)).toEqual(refused('CONFLICT'));
    expect(await disableAccount(admin, { accountId: 999_999_999 })).toEqual(refused('NOT_FOUND'));
    expect(await auditOf(student.id)).toHaveLength(2);
  });

  it('is not for one’s own account', async () => {
    const admin = await adminCtx(test.db);
    expect(await disableAccount(admin, { accountId: admin.actor.id })).toEqual(refused('OWN_ACCOUNT'));
    expect((await rowOf(admin.actor.id)).disabledAt).toBeNull();
  });

  it('leaves one of two administrators who disable each other at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [first, second] = [await adminCtx(test.db), await adminCtx(test.db)];
      const outcomes = await Promise.all([
        disableAccount(first, { accountId: second.actor.id }),
        disableAccount(second, { accountId: first.actor.id }),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(outcomes).toContainEqual(refused('FORBIDDEN'));
    }
  });
});

describe('ending sessions', () => {
  it('ends those there are and no later ones', async () => {
    const [admin, student] = [await adminCtx(test.db), await mintAccount(test.db)];
    const { sessionVersion } = await rowOf(student.id);
    expect(await endAccountSessions(admin, { accountId: student.id })).toEqual(done);
    expect(await isAlive(student.id, sessionVersion)).toBe(false);
    expect(await isAlive(student.id, sessionVersion + 1)).toBe(true);
    expect(await auditOf(student.id)).toMatchObject([
      { action: 'account.end-sessions', after: '{"sessionVersion":2}' },
    ]);
    expect(await endAccountSessions(admin, { accountId: 999_999_999 })).toEqual(refused('NOT_FOUND'));
  });
});

describe('giving 贝里', () => {
  const grant = (accountId: number, amount = 100, requestId = randomUUID()) => ({
    accountId,
    requestId,
    beli: beli(amount),
    reason: '活动奖励',
  });
  const balanceOf = async (id: number) =>
    (await test.db.select().from(beliAccount).where(eq(beliAccount.accountId, id)))[0]?.balance ?? 0;
  const entriesOf = (id: number) => test.db.select().from(beliEntry).where(eq(beliEntry.accountId, id));

  it('posts a form once, however often it is sent', async () => {
    const [admin, student] = [await adminCtx(test.db), await mintAccount(test.db, { beli: 50 })];
    const input = grant(student.id);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => giveBeli(admin, input)));
    expect(outcomes).toEqual(Array.from({ length: 10 }, () => done));
    expect(await giveBeli(admin, input)).toEqual(done);
    expect(await balanceOf(student.id)).toBe(150);
    expect(await auditOf(student.id)).toMatchObject([
      { action: 'account.grant-beli', before: '{"beli":50}', after: '{"beli":150,"reason":"活动奖励"}' },
    ]);
    expect(await giveBeli(admin, grant(student.id, 20))).toEqual(done);
    expect(await balanceOf(student.id)).toBe(170);
  });

  it('takes a used form with other contents for what it is', async () => {
    const [admin, student, other] = [await adminCtx(test.db), await mintAccount(test.db), await mintAccount(test.db)];
    const input = grant(student.id);
    expect(await giveBeli(admin, input)).toEqual(done);
    for (const changed of [
      grant(student.id, 200, input.requestId),
      grant(other.id, 100, input.requestId),
      { ...input, reason: '另一个原因' },
    ]) {
      expect(await giveBeli(admin, changed)).toEqual(refused('CONFLICT'));
    }
    expect([await balanceOf(student.id), await balanceOf(other.id)]).toEqual([100, 0]);
    // Another administrator's form is another form.
    expect(await giveBeli(await adminCtx(test.db), input)).toEqual(done);
    expect(await balanceOf(student.id)).toBe(200);
  });

  it('needs somebody to give them to', async () => {
    expect(await giveBeli(await adminCtx(test.db), grant(999_999_999))).toEqual(refused('NOT_FOUND'));
  });

  it('leaves no opened ledger behind when it conflicts', async () => {
    const [admin, student, other] = [await adminCtx(test.db), await mintAccount(test.db), await mintAccount(test.db)];
    const input = grant(student.id);
    await giveBeli(admin, input);
    await giveBeli(admin, grant(other.id, 100, input.requestId));
    expect(await entriesOf(other.id)).toEqual([]);
  });
});

describe('the audit entry', () => {
  const writes = (ctx: AccountCtx, accountId: number) => [
    () => endAccountSessions(ctx, { accountId }),
    () => giveBeli(ctx, { accountId, requestId: randomUUID(), beli: beli(5), reason: '测试' }),
    () => disableAccount(ctx, { accountId }),
    () => enableAccount(ctx, { accountId }),
  ];

  it('goes with the change when the transaction does', async () => {
    const [admin, student] = [await adminCtx(test.db), await mintAccount(test.db)];
    const before = await rowOf(student.id);
    await expect(
      test.db.transaction(async (tx) => {
        for (const write of writes({ ...admin, db: tx }, student.id)) expect(await write()).toEqual(done);
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    expect(await rowOf(student.id)).toEqual(before);
    expect(await auditOf(student.id)).toEqual([]);
  });

  it('that cannot be written takes the change with it', async () => {
    const student = await mintAccount(test.db);
    const before = await rowOf(student.id);
    const admin = await adminCtx(test.db);
    // An actor whose row is gone: the log refuses its entry.
    const ghost: AccountCtx = { ...admin, actor: { ...admin.actor, id: 999_999_999 } };
    const [endSessions, give] = writes(ghost, student.id);
    await expect(endSessions?.()).rejects.toThrow('audit_log');
    await expect(give?.()).rejects.toThrow('audit_log');
    expect(await rowOf(student.id)).toEqual(before);
    expect(await test.db.select().from(beliAccount).where(eq(beliAccount.accountId, student.id))).toEqual([]);
  });
});
