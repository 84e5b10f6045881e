import { and, eq } from 'drizzle-orm';
import { readSettlementFacts, type SettlementRow } from '@/db/queries/settlement-facts';
import { settlement } from '@/db/schema';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import { type ErrorCode, err, type Result } from '@/lib/errors';
import type { AccountCtx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';

export interface OpenSettlement {
  readonly ctx: AccountCtx & TxCtx;
  readonly row: SettlementRow;
  readonly facts: SettlementFacts;
}

export type NotOpen = 'NO_OPEN_SETTLEMENT' | 'SETTLEMENT_REPLACED';

/**
 * Runs `body` in one transaction on the account's open settlement, locked, with the facts its price hangs on.
 * SETTLEMENT_REPLACED: another one than `settlementId`, the one the student saw, is open by now.
 */
export async function inOpenSettlement<T, C extends ErrorCode>(
  ctx: AccountCtx,
  settlementId: number,
  body: (open: OpenSettlement) => Promise<Result<T, C>>,
): Promise<Result<T, C | NotOpen>> {
  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...ctx, db: tx };
    await lockAccount(tx, ctx.actor.id);
    const row = await lockOpen(txCtx);
    if (!row) return err('NO_OPEN_SETTLEMENT');
    if (row.id !== settlementId) return err('SETTLEMENT_REPLACED');
    return body({ ctx: txCtx, row, facts: await readSettlementFacts(tx, row) });
  });
}

/** The account's one open settlement, locked until the commit. Needs the account's lock. */
export async function lockOpen({ db, actor }: AccountCtx & TxCtx): Promise<SettlementRow | undefined> {
  const [row] = await db
    .select()
    .from(settlement)
    .where(and(eq(settlement.accountId, actor.id), eq(settlement.status, 'open')))
    .for('no key update');
  return row;
}
