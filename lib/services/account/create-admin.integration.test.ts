import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { account, auditLog } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { verifyPassword } from '@/lib/auth/password';
import { createAdmin } from './create-admin';

describe('createAdmin', () => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await testDatabase());
  });

  test('makes an administrator who is no demo account, and leaves a trace', async () => {
    const result = await createAdmin({ db }, { username: 'sanji', password: 'all-blue-1' });
    const [row] = await db.select().from(account).where(eq(account.username, 'sanji'));
    expect(row).toMatchObject({ role: 'admin', isDemo: false });
    expect(await verifyPassword(row?.passwordHash ?? '', 'all-blue-1')).toBe(true);
    expect(result).toEqual({ ok: true, value: { accountId: row?.id } });
    expect(await db.select().from(auditLog)).toMatchObject([{ action: 'account.create-admin', actorId: row?.id }]);
  });

  test('does not raise an account that exists', async () => {
    await db.insert(account).values({ username: 'Usopp', nickname: 'Usopp', passwordHash: 'x' });
    const result = await createAdmin({ db }, { username: 'usopp', password: 'all-blue-1' });
    expect(result).toMatchObject({ ok: false, error: { code: 'USERNAME_TAKEN' } });
    const [row] = await db.select().from(account).where(eq(account.username, 'Usopp'));
    expect(row?.role).toBe('student');
  });
});
