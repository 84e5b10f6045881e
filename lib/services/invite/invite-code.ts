import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { inviteCode } from '@/db/schema';
import { INVITE_ALPHABET, INVITE_CODE_LENGTH } from '@/lib/domain/invite-code';
import type { Ctx } from '../ctx';

const ATTEMPTS = 5;

/** The code of an account's invitations: made at the first need, the same ever after. */
export async function inviteCodeOf(ctx: Ctx, accountId: number): Promise<string> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const known = await readCode(ctx, accountId);
    if (known !== null) return known;
    // Either somebody else was faster for this account, or the code is another's.
    await ctx.db.insert(inviteCode).values({ accountId, code: newCode(), createdAt: ctx.now }).onConflictDoNothing();
  }
  throw new Error(`no free invite code for account ${accountId}`);
}

async function readCode({ db }: Ctx, accountId: number): Promise<string | null> {
  const [row] = await db.select({ code: inviteCode.code }).from(inviteCode).where(eq(inviteCode.accountId, accountId));
  return row?.code ?? null;
}

const newCode = (): string =>
  Array.from({ length: INVITE_CODE_LENGTH }, () => INVITE_ALPHABET[randomInt(INVITE_ALPHABET.length)]).join('');
