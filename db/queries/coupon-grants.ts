import { and, eq, inArray, sql } from 'drizzle-orm';
import type { GrantCandidate } from '@/lib/domain/coupon-grant';
import type { Db } from '../client';
import { account, couponRecord } from '../schema';

/** The accounts of these ids, in their order and once each, with what they have had of the family. Unknown ids are left out. */
export async function readGrantCandidates(
  db: Db,
  familyId: number,
  accountIds: readonly number[],
): Promise<GrantCandidate[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .select({
      accountId: account.id,
      isDisabled: sql<boolean>`${account.disabledAt} is not null`,
      held: sql<number>`coalesce(max(${couponRecord.ordinal}), 0)`.mapWith(Number),
    })
    .from(account)
    .leftJoin(couponRecord, and(eq(couponRecord.accountId, account.id), eq(couponRecord.familyId, familyId)))
    .where(inArray(account.id, [...accountIds]))
    .groupBy(account.id);
  const found = new Map(rows.map((row) => [row.accountId, row]));
  return [...new Set(accountIds)].flatMap((id) => found.get(id) ?? []);
}
