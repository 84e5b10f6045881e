import { account, auditLog } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import type { RegisterInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';

/** Makes an administrator. Only someone with a shell on the server can ask for it. */
export async function createAdmin(
  { db }: Pick<Ctx, 'db'>,
  input: RegisterInput,
): Promise<Result<{ readonly accountId: number }, 'USERNAME_TAKEN'>> {
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(account)
      .values({ username: input.username, nickname: input.username, passwordHash, role: 'admin' })
      .onConflictDoNothing()
      .returning({ id: account.id });
    if (!row) return err('USERNAME_TAKEN', { field: 'username' });
    await tx.insert(auditLog).values({
      actorId: row.id,
      action: 'account.create-admin',
      subjectKind: 'account',
      subjectId: String(row.id),
    });
    return ok({ accountId: row.id });
  });
}
