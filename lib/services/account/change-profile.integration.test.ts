import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { account } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { registerStudent } from '@/tests/support/account-factories';
import { only, studentCtx, unique } from '@/tests/support/factories';
import { changeProfile } from './change-profile';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const profile = (email: string | null) => ({ nickname: '草帽路飞', bio: '要成为海贼王', email });
const freshEmail = (): string => `${unique('mail')}@example.com`;
const emailOf = async (id: number) => only(await db.select().from(account).where(eq(account.id, id))).email;

describe('changeProfile', () => {
  it("changes one's own profile and nobody else's", async () => {
    const [student, other] = [await registerStudent(db), await registerStudent(db)];
    const email = freshEmail();
    expect(await changeProfile(studentCtx(db, student), profile(email))).toEqual({ ok: true, value: null });
    expect(only(await db.select().from(account).where(eq(account.id, student.id)))).toMatchObject(profile(email));
    expect(only(await db.select().from(account).where(eq(account.id, other.id))).nickname).toBe(other.username);
  });

  it('takes an e-mail for one account, in whatever case, and frees it when it is removed', async () => {
    const [student, other] = [await registerStudent(db), await registerStudent(db)];
    const email = freshEmail();
    await changeProfile(studentCtx(db, student), profile(email));
    const taken = { ok: false, error: { code: 'EMAIL_TAKEN', field: 'email' } };
    expect(await changeProfile(studentCtx(db, other), profile(email.toUpperCase()))).toEqual(taken);
    await changeProfile(studentCtx(db, student), profile(null));
    expect(await changeProfile(studentCtx(db, other), profile(email.toUpperCase()))).toEqual({ ok: true, value: null });
  });

  it('leaves the transaction around it usable', async () => {
    const [student, other] = [await registerStudent(db), await registerStudent(db)];
    const email = freshEmail();
    await changeProfile(studentCtx(db, student), profile(email));
    await db.transaction(async (tx) => {
      expect((await changeProfile(studentCtx(tx, other), profile(email))).ok).toBe(false);
      expect((await changeProfile(studentCtx(tx, other), profile(null))).ok).toBe(true);
    });
  });

  it('gives an e-mail to one of ten who want it at once', async () => {
    const students = await Promise.all(Array.from({ length: 10 }, () => registerStudent(db)));
    const email = freshEmail();
    const results = await Promise.all(
      students.map((student) => changeProfile(studentCtx(db, student), profile(email))),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const emails = await Promise.all(students.map((student) => emailOf(student.id)));
    expect(emails.filter((each) => each !== null)).toEqual([email]);
  });
});
