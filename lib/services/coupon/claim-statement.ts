import { type SQL, sql } from 'drizzle-orm';
import { account, coupon, couponCode, couponFamily, couponRecord } from '@/db/schema';
import type { ClaimFacts } from '@/lib/domain/coupon-claim';
import type { CouponChannel } from '@/lib/domain/coupon-kinds';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import type { AccountCtx } from '../ctx';
import { couponNumber } from './coupon-number';

/** Which copy is asked for: of a rule, by clicking on it, or whatever a code stands for. */
export type CopyWish = { readonly couponId: number } | { readonly code: string };

/** By clicking, only what is offered to everyone; a code opens that too. */
export const CLICKED: readonly CouponChannel[] = ['centre'];
export const CODED: readonly CouponChannel[] = ['centre', 'code'];

/** What the statement answers. */
export interface ClaimRow extends ClaimFacts, Record<string, unknown> {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly isCodeLeft: boolean;
  /** A bigint, which comes as text. */
  readonly recordId: string | null;
  /** Of the new copy. */
  readonly copyFrom: Day | null;
  readonly copyUntil: Day | null;
  readonly isLast: boolean | null;
}

/** What the service decides by, and the new copy if there is one. */
const ANSWER = sql`
  rule.name, rule.channel, rule.claim_from::text as "claimFrom", rule.claim_until::text as "claimUntil",
  rule.valid_from::text as "validFrom", rule.valid_until::text as "validUntil",
  rule.valid_days_after_claim as "validDaysAfterClaim", rule.stopped_at is not null as "isStopped",
  rule.superseded_at is not null as "isSuperseded", rule.quantity, rule.claimed,
  rule.per_account_limit as "perAccountLimit", rule.held, rule.is_enabled as "isEnabled",
  rule.is_code_left as "isCodeLeft", record.id as "recordId", record.valid_from::text as "copyFrom",
  record.valid_until::text as "copyUntil", family.is_last as "isLast"`;

/** One use of the code, as long as there is one under its lock. */
const USED = sql`, used as (
      update ${couponCode} k set uses = k.uses + 1 from allowed join family on true
      where k.id = allowed.code_id and k.uses < k.max_uses
      returning k.coupon_id
    )`;

/**
 * `rule` is what there is; `family` takes one of the quantity and locks it; what the wait for that lock may have
 * changed is read again in `fresh` and `used`, and makes coupon_id null, which the table refuses.
 */
export function claimStatement(ctx: AccountCtx, wish: CopyWish): SQL {
  const accountId = ctx.actor.id;
  const today = sql`${shanghaiDay(ctx.now)}::date`;
  const byCode = 'code' in wish;
  return sql`
    with rule as (
      select c.*, f.quantity, f.claimed, f.per_account_limit, ${byCode ? sql`k.id` : sql`null::bigint`} as code_id,
        ${byCode ? sql`k.uses < k.max_uses` : sql`true`} as is_code_left,
        (select coalesce(max(r.ordinal), 0) from ${couponRecord} r
          where r.family_id = c.family_id and r.account_id = ${accountId}) as held,
        exists (select from ${account} a where a.id = ${accountId} and a.disabled_at is null) as is_enabled
      from ${coupon} c join ${couponFamily} f on f.id = c.family_id
      ${byCode ? sql`join ${couponCode} k on k.coupon_id = c.id where k.code = ${wish.code}` : sql`where c.id = ${wish.couponId}`}
    ), allowed as (
      select * from rule
      where is_enabled and is_code_left and stopped_at is null and superseded_at is null
        and channel in ${byCode ? CODED : CLICKED} and held < per_account_limit
        and ${today} between claim_from and claim_until and (valid_until is null or ${today} <= valid_until)
    ), family as (
      update ${couponFamily} f set claimed = f.claimed + 1 from allowed
      where f.id = allowed.family_id and (f.quantity is null or f.claimed + 1 <= f.quantity)
        and allowed.held < f.per_account_limit
      returning f.id, f.claimed = f.quantity as is_last
    )${byCode ? USED : sql``}, fresh as (
      select c.* from allowed join family on true join ${coupon} c on c.id = allowed.id
      where c.stopped_at is null and c.superseded_at is null
      for share of c
    ), record as (
      insert into ${couponRecord}
        (number, coupon_id, family_id, account_id, ordinal, source, code_id, valid_from, valid_until, claimed_at)
      select ${couponNumber(ctx.now)},
        ${byCode ? sql`case when used.coupon_id = fresh.id then fresh.id end` : sql`fresh.id`},
        allowed.family_id, ${accountId}, allowed.held + 1, ${byCode ? 'code' : 'claim'}, allowed.code_id,
        coalesce(fresh.valid_from, ${today}), coalesce(fresh.valid_until, ${today} + fresh.valid_days_after_claim - 1, ${today}),
        ${ctx.now.toISOString()}::timestamptz
      from allowed join family on true left join fresh on true ${byCode ? sql`left join used on true` : sql``}
      returning id, valid_from, valid_until
    )
    select ${ANSWER} from rule left join record on true left join family on true`;
}
