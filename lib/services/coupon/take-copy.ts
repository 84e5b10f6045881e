import { isNotNullViolation, isUniqueViolation } from '@/db/violation';
import { cacheTags } from '@/lib/cache-tags';
import { type ClaimRefusal, claimRefusal } from '@/lib/domain/coupon-claim';
import type { CouponChannel } from '@/lib/domain/coupon-kinds';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import { expireTags } from '../cache/expire-tags';
import type { AccountCtx } from '../ctx';
import { CLICKED, type ClaimRow, CODED, type CopyWish, claimStatement } from './claim-statement';

export interface TakenCopy {
  readonly recordId: number;
  readonly name: string;
  readonly validFrom: Day;
  readonly validUntil: Day;
}

export type TakeRefusal = ClaimRefusal | 'unknown' | 'disabled' | 'code_used_up';

/** Each retry means that another claim of the account, or a change of the rule, was committed in between. */
const ATTEMPTS = 50;

/** One more copy for the account, in one statement: all of it happens, or nothing. */
export async function takeCopy(ctx: AccountCtx, wish: CopyWish): Promise<TakenCopy | TakeRefusal> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [row] = await ctx.db.execute<ClaimRow>(claimStatement(ctx, wish));
      if (!row) return 'unknown';
      if (row.isLast) await expireTags(ctx, [cacheTags.coupons]);
      return outcomeOf(row, shanghaiDay(ctx.now), 'code' in wish ? CODED : CLICKED);
    } catch (error) {
      if (attempt === ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
}

/** What the statement saw had changed by the time it got its lock: it failed on purpose, and is asked again. */
const isOvertaken = (error: unknown): boolean =>
  isUniqueViolation(error, 'coupon_record_ordinal_key') || isNotNullViolation(error, 'coupon_record', 'coupon_id');

function outcomeOf(row: ClaimRow, today: Day, channels: readonly CouponChannel[]): TakenCopy | TakeRefusal {
  const { recordId, name, copyFrom, copyUntil } = row;
  if (recordId !== null && copyFrom !== null && copyUntil !== null) {
    return { recordId: Number(recordId), name, validFrom: copyFrom, validUntil: copyUntil };
  }
  if (!row.isEnabled) return 'disabled';
  const refusal = claimRefusal(row, today, channels);
  if (refusal) return refusal;
  // Nothing else is asked again under the family's lock.
  return row.isCodeLeft ? 'sold_out' : 'code_used_up';
}
