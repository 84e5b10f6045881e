import { and, asc, between, eq, gt, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import { coupon, couponRecord, message } from '@/db/schema';
import { NOTICE_TITLES } from '@/lib/domain/notice';
import { addDays, shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Ctx, TxCtx } from '../ctx';
import type { NewMessage } from './put-message';

const DAYS_BEFORE = 3;
const CAUSE = 'coupons:until:';

/** Copies that can still be used and end within the days, of which the account was not told yet. */
function isEnding(ctx: Ctx): SQL | undefined {
  const today = shanghaiDay(ctx.now);
  // A message names the last day that it speaks of: whatever ended up to then was in it.
  const told = ctx.db
    .select({ id: message.id })
    .from(message)
    .where(
      and(
        eq(message.accountId, couponRecord.accountId),
        sql`${message.cause} between ${CAUSE} || ${couponRecord.validUntil} and ${`${CAUSE}9999`}`,
      ),
    );
  return and(
    eq(couponRecord.status, 'unused'),
    between(couponRecord.validUntil, today, addDays(today, DAYS_BEFORE)),
    notExists(told),
  );
}

export async function ownersOfCouponsEnding(ctx: Ctx, after: number, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .selectDistinct({ accountId: couponRecord.accountId })
    .from(couponRecord)
    .where(and(isEnding(ctx), gt(couponRecord.accountId, after)))
    .orderBy(asc(couponRecord.accountId))
    .limit(limit);
  return rows.map(({ accountId }) => accountId);
}

/** One message an account, however many copies end. */
export async function couponsEnding(ctx: TxCtx, accountIds: readonly number[]): Promise<NewMessage[]> {
  const rows = await ctx.db
    .select({
      accountId: couponRecord.accountId,
      count: sql<number>`count(*)::int`,
      first: sql<string>`min(${couponRecord.validUntil})::text`,
      last: sql<string>`max(${couponRecord.validUntil})::text`,
      name: sql<string>`(array_agg(${coupon.name} order by ${couponRecord.validUntil}, ${couponRecord.id}))[1]`,
    })
    .from(couponRecord)
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .where(and(isEnding(ctx), inArray(couponRecord.accountId, [...accountIds])))
    .groupBy(couponRecord.accountId);
  return rows.map(({ accountId, count, first, last, name }) => ({
    accountId,
    cause: `${CAUSE}${last}`,
    title: NOTICE_TITLES.coupon_expiring,
    content: {
      kind: 'notice',
      notice: 'coupon_expiring',
      path: '/account/coupons',
      facts: { coupon: name, endsOn: first, count },
    },
  }));
}
