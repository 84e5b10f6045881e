import { account } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import type { RegisterInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { attributeInvite } from '../invite/attribute-invite';
import { addressKey } from '../throttle/failure-keys';
import { takeTurn } from '../throttle/take-turn';

/** A classroom registers behind one address; a script neither fills the table nor keeps the hashing busy. */
const A_MINUTE = 60;

type NewAccount = RegisterInput & {
  /** Of the invitation it came by, as it was found; an unknown one changes nothing. */
  readonly inviteCode?: string | null;
  /** Where the request came from. */
  readonly address: string;
};

/** Makes a student's account, known by its user name until it chooses a nickname. */
export async function register(
  ctx: Ctx,
  input: NewAccount,
): Promise<Result<{ readonly accountId: number }, 'USERNAME_TAKEN' | 'THROTTLED'>> {
  const turn = { key: addressKey('register', input.address), limit: A_MINUTE, windowSeconds: 60 };
  if (!(await takeTurn(ctx, turn))) return err('THROTTLED');
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
