import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { coupon, couponRecord, order, orderLine } from '@/db/schema';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';

/** What became of the copies of a coupon. claimed = unused + locked + used + expired. */
export interface CouponFigures {
  readonly claimed: number;
  readonly unused: number;
  readonly locked: number;
  readonly used: number;
  /** By their dates: whether the expiry job has seen them does not matter. */
  readonly expired: number;
  /** What they took off paid orders, in fen. */
  readonly discountFen: number;
  /** Cash of the paid orders that used one, each order once, in fen. */
  readonly revenueFen: number;
}

/** The driver gives sums as text. */
type Row = Record<keyof CouponFigures, string> & { readonly version: number | null };

const NONE: CouponFigures = {
  claimed: 0,
  unused: 0,
  locked: 0,
  used: 0,
  expired: 0,
  discountFen: 0,
  revenueFen: 0,
};

export interface CouponFamilyFigures {
  readonly whole: CouponFigures;
  readonly versions: ReadonlyMap<number, CouponFigures>;
}

/** The figures of a family and of each of its versions, by number. One that nobody has a copy of has none. */
export async function readCouponFigures(db: Db, familyId: number, now: Date): Promise<CouponFamilyFigures> {
  const rows = await db.execute<Row>(statement(familyId, shanghaiDay(now)));
  const versions = new Map<number, CouponFigures>();
  let whole = NONE;
  for (const { version, ...row } of rows) {
    const figures = numbers(row);
    if (version === null) whole = figures;
    else versions.set(version, figures);
  }
  return { whole, versions };
}

const numbers = (row: Record<keyof CouponFigures, string>): CouponFigures => ({
  claimed: Number(row.claimed),
  unused: Number(row.unused),
  locked: Number(row.locked),
  used: Number(row.used),
  expired: Number(row.expired),
  discountFen: Number(row.discountFen),
  revenueFen: Number(row.revenueFen),
});

/** A line coupon took its line's discount, an order coupon the order's. An order with two copies has its cash once. */
const statement = (familyId: number, today: Day) => sql`
  with copy as (
    select c.version, r.id, r.order_id,
      case when r.status = 'unused' and r.valid_until < ${today} then 'expired' else r.status end as status
    from ${coupon} c join ${couponRecord} r on r.coupon_id = c.id
    where c.family_id = ${familyId}
  ), spent as (
    select copy.version, copy.id, o.id as order_id, o.cash_fen,
      coalesce(l.line_discount_fen, 0) + case when o.order_coupon_record_id = copy.id then o.order_discount_fen else 0 end
        as discount_fen
    from copy join ${order} o on o.id = copy.order_id and o.paid_at is not null
    left join ${orderLine} l on l.order_id = o.id and l.coupon_record_id = copy.id
    where copy.status = 'used'
  ), counted as (
    select version, count(*) as claimed, count(*) filter (where status = 'unused') as unused,
      count(*) filter (where status = 'locked') as locked, count(*) filter (where status = 'used') as used,
      count(*) filter (where status = 'expired') as expired
    from copy group by rollup (version)
  ), discounted as (
    select version, sum(discount_fen) as discount_fen from spent group by rollup (version)
  ), earned as (
    select version, sum(cash_fen) as revenue_fen from (select distinct version, order_id, cash_fen from spent) one
    group by version
    union all
    select null, sum(cash_fen) from (select distinct order_id, cash_fen from spent) one
  )
  select counted.version, claimed, unused, locked, used, expired,
    coalesce(discount_fen, 0) as "discountFen", coalesce(revenue_fen, 0) as "revenueFen"
  from counted
  left join discounted on discounted.version is not distinct from counted.version
  left join earned on earned.version is not distinct from counted.version`;
