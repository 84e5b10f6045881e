import { eq, sql } from 'drizzle-orm';
import { beliAccount, beliEntry } from '@/db/schema';
import type { BeliEntryKind } from '@/lib/domain/beli';
import { ZERO_BELI } from '@/lib/domain/money';
import type { TxCtx } from '../ctx';

/** 贝里, signed. `delta` changes the balance, `heldDelta` what is held of it. */
export interface BeliPosting {
  readonly accountId: number;
  /** What caused it, once: posting it again changes nothing. */
  readonly businessKey: string;
  readonly kind: BeliEntryKind;
  readonly delta: number;
  readonly heldDelta: number;
  readonly orderId?: number;
  readonly note?: string;
}

export type PostOutcome = 'posted' | 'repeated' | 'not_enough';

/** The one way 贝里 move: an entry in the ledger and the account's totals, together, never below zero available. */
export async function postEntry(ctx: TxCtx, posting: BeliPosting): Promise<PostOutcome> {
  const { accountId, delta, heldDelta } = posting;
  if (delta > 0) await openAccount(ctx, accountId);
  await ctx.db.select().from(beliAccount).where(eq(beliAccount.accountId, accountId)).for('no key update');

  const posted = await ctx.db.execute<{ id: number }>(sql`
    insert into ${beliEntry}
      (account_id, business_key, kind, delta, held_delta, balance_after, held_after, order_id, note, created_at)
    select account_id, ${posting.businessKey}, ${posting.kind}, ${delta}, ${heldDelta},
      balance + ${delta}, held + ${heldDelta}, ${posting.orderId ?? null}, ${posting.note ?? ''},
      ${ctx.now.toISOString()}::timestamptz
    from ${beliAccount}
    where account_id = ${accountId} and held + ${heldDelta} >= 0 and balance + ${delta} >= held + ${heldDelta}
    on conflict (business_key) do nothing
    returning id`);
  if (posted.length === 0) return isPosted(ctx, posting.businessKey);

  await ctx.db
    .update(beliAccount)
    .set({ balance: sql`${beliAccount.balance} + ${delta}`, held: sql`${beliAccount.held} + ${heldDelta}` })
    .where(eq(beliAccount.accountId, accountId));
  return 'posted';
}

async function openAccount(ctx: TxCtx, accountId: number): Promise<void> {
  await ctx.db.insert(beliAccount).values({ accountId, balance: ZERO_BELI, held: ZERO_BELI }).onConflictDoNothing();
}

async function isPosted(ctx: TxCtx, businessKey: string): Promise<'repeated' | 'not_enough'> {
  const found = await ctx.db.$count(beliEntry, eq(beliEntry.businessKey, businessKey));
  return found > 0 ? 'repeated' : 'not_enough';
}
