import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { account, inviteCode } from '../schema';

export interface Inviter {
  readonly id: number;
  readonly nickname: string;
}

/** Whose code this is; null when it is nobody's, or of an account that was disabled. */
export async function findInviter(db: Db, code: string): Promise<Inviter | null> {
  const [row] = await db
    .select({ id: account.id, nickname: account.nickname })
    .from(inviteCode)
    .innerJoin(account, and(eq(account.id, inviteCode.accountId), isNull(account.disabledAt)))
    .where(eq(inviteCode.code, code));
  return row ?? null;
}
