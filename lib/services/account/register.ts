import { account } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import type { RegisterInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { attributeInvite } from '../invite/attribute-invite';

/** `inviteCode`: of the invitation it came by, as it was found; an unknown one changes nothing. */
type NewAccount = RegisterInput & { readonly inviteCode?: string | null };

/** Makes a student's account, known by its user name until it chooses a nickname. */
export async function register(
  ctx: Ctx,
  input: NewAccount,
): Promise<Result<{ readonly accountId: number }, 'USERNAME_TAKEN'>> {
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    // The unique index on lower(username) decides between two who register at once.
    const [row] = await tx
      .insert(account)
      .values({ username: input.username, nickname: input.username, passwordHash })
      .onConflictDoNothing()
      .returning({ id: account.id });
    if (!row) return err('USERNAME_TAKEN', { field: 'username' });
    const { inviteCode: code } = input;
    if (code) {
      await attributeInvite({ ...ctx, db: tx }, { inviteeId: row.id, code, channel: 'link', wechatUserId: null });
    }
    return ok({ accountId: row.id });
  });
}
