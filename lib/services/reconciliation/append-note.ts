import { eq, sql } from 'drizzle-orm';
import { account, reconciliationCase } from '@/db/schema';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import type { AccountCtx, TxCtx } from '../ctx';

/** Adds a line to a case's notes: when, who, what. Nothing written before is changed. */
export async function appendNote(ctx: TxCtx & AccountCtx, caseId: number, note: string): Promise<boolean> {
  const author = sql`(select ${account.username} from ${account} where ${account.id} = ${ctx.actor.id})`;
  const line = sql`${shanghaiMinute(ctx.now)}::text || ' ' || ${author} || '：' || ${note}::text`;
  const changed = await ctx.db
    .update(reconciliationCase)
    .set({ note: sql`ltrim(${reconciliationCase.note} || E'\n' || ${line}, E'\n')` })
    .where(eq(reconciliationCase.id, caseId))
    .returning({ id: reconciliationCase.id });
  return changed.length > 0;
}
