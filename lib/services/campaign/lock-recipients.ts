import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { fitsFilter } from '@/db/queries/audience';
import { account, wechatUser } from '@/db/schema';
import type { Audience } from '@/lib/domain/admin/audience';

/**
 * Locks the accounts an audience means, by ascending id, and returns those that are bound. Binding and unbinding lock
 * the account first: either may have happened while this waited, neither can any more, so it looks a second time.
 */
export async function lockRecipients(tx: Transaction, audience: Audience): Promise<number[]> {
  const isMeant =
    audience.kind === 'matching'
      ? fitsFilter(tx, audience.filter)
      : and(inArray(account.id, [...audience.accountIds]), isNull(account.disabledAt));
  const locked = await tx
    .select({ id: account.id })
    .from(account)
    .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
    .where(isMeant)
    .orderBy(asc(account.id))
    .for('no key update', { of: account });
  const ids = JSON.stringify(locked.map(({ id }) => id));
  const bound = await tx
    .select({ id: account.id })
    .from(account)
    .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
    .where(sql`${account.id} in (select json_array_elements_text(${ids}::json)::bigint)`)
    .orderBy(asc(account.id));
  return bound.map(({ id }) => id);
}
