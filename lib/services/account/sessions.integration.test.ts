import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { account, endedSession } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { findViewer } from '@/lib/auth/viewer';
import { freshAddress, PASSWORD, registerStudent, visitorCtx } from '@/tests/support/account-factories';
import { studentCtx } from '@/tests/support/factories';
import { FAILURES_ALLOWED } from '../throttle/failure-keys';
import { changePassword } from './change-password';
import { endSession } from './end-session';
import { endSessions } from './end-sessions';
import { forgetEndedSessions } from './forget-ended-sessions';
import { signIn } from './sign-in';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

type Student = Awaited<ReturnType<typeof registerStudent>>;
const NEW_PASSWORD = 'battery staple';

async function begin(student: Student, password = PASSWORD) {
  const result = await signIn(visitorCtx(db), { username: student.username, password, address: freshAddress() });
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, sessionId: randomUUID(), issuedAt: new Date() };
}

const change = (student: Student, currentPassword = PASSWORD, newPassword = NEW_PASSWORD) =>
  changePassword(studentCtx(db, student), { currentPassword, newPassword, address: freshAddress() });

describe('a session', () => {
  it('shows the account as it is now', async () => {
    const student = await registerStudent(db);
    const session = await begin(student);
    await db.update(account).set({ role: 'mentor', nickname: '娜美' }).where(eq(account.id, student.id));
    expect(await findViewer(db, session)).toEqual({
      id: student.id,
      username: student.username,
      nickname: '娜美',
      role: 'mentor',
      sessionVersion: 1,
    });
  });

  it('ends with its account', async () => {
    const student = await registerStudent(db);
    const session = await begin(student);
    await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, student.id));
    expect(await findViewer(db, session)).toBeNull();
    expect(await findViewer(db, { ...session, accountId: 2_000_000_000 })).toBeNull();
  });

  it('that is signed out of ends for good, and alone', async () => {
    const student = await registerStudent(db);
    const [session, other] = [await begin(student), await begin(student)];
    await endSession(visitorCtx(db), { sessionId: session.sessionId, lifeSeconds: 60 });
    await endSession(visitorCtx(db), { sessionId: session.sessionId, lifeSeconds: 60 });
    expect(await findViewer(db, session)).toBeNull();
    expect(await findViewer(db, other)).not.toBeNull();
  });

  it('is remembered as ended until its last token has run out', async () => {
    const session = await begin(await registerStudent(db));
    const ended = visitorCtx(db);
    await endSession(ended, { sessionId: session.sessionId, lifeSeconds: 60 });
    const later = (seconds: number) => visitorCtx(db, new Date(ended.now.getTime() + seconds * 1000));
    await forgetEndedSessions(later(60));
    expect(await findViewer(db, session)).toBeNull();
    await forgetEndedSessions(later(61));
    expect(await db.$count(endedSession, eq(endedSession.sessionId, session.sessionId))).toBe(0);
  });

  it('ends with all others of the account when that is asked for', async () => {
    const [student, stranger] = [await registerStudent(db), await registerStudent(db)];
    const sessions = [await begin(student), await begin(student)];
    const foreign = await begin(stranger);
    await endSessions(studentCtx(db, student));
    for (const session of sessions) expect(await findViewer(db, session)).toBeNull();
    expect(await findViewer(db, foreign)).not.toBeNull();
    expect(await findViewer(db, await begin(student))).not.toBeNull();
  });
});

describe('changePassword', () => {
  it('ends every session and lets only the new password begin one', async () => {
    const student = await registerStudent(db);
    const before = await begin(student);
    expect(await change(student)).toEqual({ ok: true, value: { username: student.username } });
    expect(await findViewer(db, before)).toBeNull();
    await expect(begin(student)).rejects.toThrow('WRONG_CREDENTIALS');
    expect(await findViewer(db, await begin(student, NEW_PASSWORD))).toMatchObject({ sessionVersion: 2 });
  });

  it('needs the current password, and counts guesses at it with those at sign-in', async () => {
    const student = await registerStudent(db);
    const session = await begin(student);
    const wrong = { ok: false, error: { code: 'WRONG_PASSWORD', field: 'currentPassword' } };
    for (let failure = 1; failure <= FAILURES_ALLOWED; failure++) expect(await change(student, 'wrong')).toEqual(wrong);
    expect(await change(student)).toEqual({ ok: false, error: { code: 'THROTTLED' } });
    await expect(begin(student)).rejects.toThrow('THROTTLED');
    expect(await findViewer(db, session)).not.toBeNull();
  });

  it('lets one of ten changes at once through', async () => {
    const student = await registerStudent(db);
    const wanted = Array.from({ length: 10 }, (_, index) => `battery staple ${index}`);
    const results = await Promise.all(wanted.map((password) => change(student, PASSWORD, password)));
    const winner = results.findIndex((result) => result.ok);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await findViewer(db, await begin(student, wanted[winner]))).toMatchObject({ sessionVersion: 2 });
  });

  it('is refused to a disabled account', async () => {
    const student = await registerStudent(db);
    await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, student.id));
    expect(await change(student)).toEqual({ ok: false, error: { code: 'CONFLICT' } });
  });
});
