import { asc, inArray } from 'drizzle-orm';
import { account } from '@/db/schema';
import type { TxCtx } from '../ctx';
import { type Inserted, insertMessages, type NewMessage } from './insert-messages';

/** Rows of one INSERT: each has ten parameters, and PostgreSQL takes 65 535 a statement. */
const CHUNK = 1000;

/**
 * One message to many accounts, once each, which it locks by their ids: the transaction has locked nothing that comes
 * after an account. Who has no WeChat yet gets it once bound; accounts that do not exist are left out.
 */
export async function putToMany(
  ctx: TxCtx,
  message: Omit<NewMessage, 'accountId'>,
  recipients: readonly number[],
): Promise<Inserted> {
  const accounts = await lockAccounts(ctx, recipients);
  let [queued, waiting] = [0, 0];
  for (let at = 0; at < accounts.length; at += CHUNK) {
    const chunk = accounts.slice(at, at + CHUNK).map((accountId) => ({ ...message, accountId }));
    const inserted = await insertMessages(ctx, chunk);
    queued += inserted.queued;
    waiting += inserted.waiting;
  }
  return { queued, waiting };
}

async function lockAccounts(ctx: TxCtx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const locked = await ctx.db
    .select({ id: account.id })
    .from(account)
    .where(inArray(account.id, [...ids]))
    .orderBy(asc(account.id))
    .for('no key update');
  return locked.map(({ id }) => id);
}
