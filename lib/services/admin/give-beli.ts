import { eq } from 'drizzle-orm';
import { account, beliAccount, beliEntry } from '@/db/schema';
import type { BeliGrantInput } from '@/lib/domain/admin/account-command';
import { err, ok, type Result } from '@/lib/errors';
import { writeAudit } from '../audit/write-audit';
import { grantBeli } from '../beli/grant-beli';
import type { Ctx, TxCtx } from '../ctx';
import { authoriseAdmin } from './authorise-admin';

/** 贝里 from the school with a reason, once for each request id. Sent again with other contents it is a conflict. */
export async function giveBeli(
  ctx: Ctx,
  input: BeliGrantInput,
): Promise<Result<null, 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const { accountId, beli, reason } = input;
  const businessKey = `admin:${admin.value.actor.id}:grant:${input.requestId}`;
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...admin.value, db: tx };
    const [target] = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(account.id, accountId))
      .for('no key update');
    if (!target) return err('NOT_FOUND');
    const before = await balanceOf(inTx, accountId);
    if ((await grantBeli(inTx, { accountId, beli, businessKey, note: reason })) === 'repeated') {
      const isSame = await wasGranted(inTx, businessKey, input);
      return isSame ? ok(null) : err('CONFLICT', { detail: '这份表单已经提交过，请刷新后重新填写' });
    }
    await writeAudit(inTx, {
      action: 'account.grant-beli',
      subjectKind: 'account',
      subjectId: accountId,
      before: { beli: before },
      after: { beli: before + beli, reason },
    });
    return ok(null);
  });
}

async function balanceOf(ctx: TxCtx, accountId: number): Promise<number> {
  const [row] = await ctx.db
    .select({ balance: beliAccount.balance })
    .from(beliAccount)
    .where(eq(beliAccount.accountId, accountId))
    .for('no key update');
  return row?.balance ?? 0;
}

async function wasGranted(ctx: TxCtx, businessKey: string, input: BeliGrantInput): Promise<boolean> {
  const [entry] = await ctx.db.select().from(beliEntry).where(eq(beliEntry.businessKey, businessKey));
  return entry?.accountId === input.accountId && entry.delta === input.beli && entry.note === input.reason;
}
