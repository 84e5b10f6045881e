import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** The order lines that were given back. */
const REFUNDED_LINES = sql`
  select rl.order_line_id from refund_line rl join refund r on r.id = rl.refund_id
  where rl.is_active and r.status = 'succeeded'`;

/** Each finds rows that must not exist in any committed state of the shop. */
const BROKEN = {
  'coupons: claimed = unused + locked + used + expired, within quantity and limit': sql`
    select f.id from coupon_family f
    where f.claimed <> (select count(*) from coupon_record r where r.family_id = f.id
        and r.status in ('unused', 'locked', 'used', 'expired'))
      or f.claimed > f.quantity
      or exists (select from coupon_record r where r.family_id = f.id
        group by r.account_id having count(*) > f.per_account_limit)`,
  'coupons: locked by a pending order, used by a paid one, and by that alone': sql`
    select r.id from coupon_record r left join "order" o on o.id = r.order_id
    where (r.status in ('locked', 'used')) <> (o.id is not null)
      or (r.status = 'locked' and o.status <> 'pending')
      or (r.status = 'used' and o.status not in ('paid', 'partially_refunded'))
      or (o.id is not null and (o.account_id <> r.account_id or not (o.order_coupon_record_id is not distinct from r.id
        or exists (select from order_line l where l.order_id = o.id and l.coupon_record_id = r.id))))`,
  'coupons: each in at most one order that lives, and that one holds it': sql`
    select used.record_id from (
      select order_coupon_record_id as record_id, id as order_id from "order"
      where status in ('pending', 'paid', 'partially_refunded')
      union all
      select l.coupon_record_id, l.order_id from order_line l join "order" o on o.id = l.order_id
      where o.status in ('pending', 'paid', 'partially_refunded') and l.id not in (${REFUNDED_LINES})
    ) used left join coupon_record r on r.id = used.record_id and r.order_id = used.order_id
    where used.record_id is not null
    group by used.record_id having count(*) > 1 or count(r.id) <> count(*)`,
  '贝里: balance = Σ delta, held = Σ held_delta = what pending orders hold': sql`
    select b.account_id from beli_account b
    where b.balance <> (select coalesce(sum(delta), 0) from beli_entry e where e.account_id = b.account_id)
      or b.held <> (select coalesce(sum(held_delta), 0) from beli_entry e where e.account_id = b.account_id)
      or b.held <> (select coalesce(sum(o.beli), 0) from "order" o where o.account_id = b.account_id and o.status = 'pending')`,
  '贝里: an order takes what it cost once it is paid, and gives back what its refunds say': sql`
    select o.id from "order" o where coalesce((select sum(delta) from beli_entry e where e.order_id = o.id), 0)
      <> coalesce((select sum(r.beli) from refund r where r.order_id = o.id and r.status = 'succeeded'), 0)
        - (case when o.paid_at is null then 0 else o.beli end)`,
  'orders: the sums of the lines are those of the whole': sql`
    select o.id from "order" o join order_line l on l.order_id = o.id group by o.id
    having sum(l.list_fen) <> o.list_fen or sum(l.line_discount_fen) <> o.line_discount_fen
      or sum(l.order_discount_fen) <> o.order_discount_fen or sum(l.beli) <> o.beli or sum(l.cash_fen) <> o.cash_fen`,
  'orders: the state says whether it was paid, and how much of it was given back': sql`
    select o.id from "order" o join order_line l on l.order_id = o.id group by o.id
    having (o.status in ('paid', 'partially_refunded', 'refunded')) <> (o.paid_at is not null)
      or (o.paid_at is not null and o.status <> (case count(*) filter (where l.id in (${REFUNDED_LINES}))
        when 0 then 'paid' when count(*) then 'refunded' else 'partially_refunded' end))
      or (o.paid_at is null and count(*) filter (where l.id in (${REFUNDED_LINES})) > 0)`,
  'orders: paid ones, and they alone, opened every line once': sql`
    select o.id from "order" o join order_line l on l.order_id = o.id
      left join enrolment_grant g on g.order_line_id = l.id
    group by o.id having count(g.id) <> (case when o.paid_at is null then 0 else count(distinct l.id) end)`,
  'enrolments: a line is open unless it was given back': sql`
    select g.id from enrolment_grant g
    where (g.revoked_at is not null) <> (g.order_line_id in (${REFUNDED_LINES}))`,
  'payments: a paid order has its cash, once': sql`
    select o.id from "order" o left join payment p on p.order_id = o.id and p.status = 'paid'
    group by o.id having coalesce(sum(p.amount_fen), 0) <> (case when o.paid_at is null then 0 else o.cash_fen end)`,
  'payments: closed with their order': sql`
    select p.id from payment p join "order" o on o.id = p.order_id
    where p.status = 'created' and o.status in ('cancelled', 'expired')`,
  'refunds: no more than was paid, by the payment it came from': sql`
    select p.id from payment p join refund r on r.payment_id = p.id and r.status not in ('rejected', 'failed')
    group by p.id having sum(r.cash_fen) > p.amount_fen or p.paid_at is null`,
  'refunds: the whole is the sum of its lines, and each line gives back its frozen shares': sql`
    select r.id from refund r join refund_line rl on rl.refund_id = r.id join order_line l on l.id = rl.order_line_id
    where r.kind = 'lines' and r.status not in ('rejected', 'failed') and rl.is_active
    group by r.id having sum(rl.cash_fen) <> r.cash_fen or sum(rl.beli) <> r.beli
      or bool_or(rl.cash_fen <> l.cash_fen or rl.beli <> l.beli or l.order_id <> r.order_id)`,
  'late money: back in full, or on its way': sql`
    select p.id from payment p left join refund r
      on r.payment_id = p.id and r.kind = 'late' and r.cash_fen = p.amount_fen
    where p.status in ('late', 'refunded') group by p.id
    having count(r.id) = 0 or count(*) filter (where r.status = 'succeeded')
      <> (case p.status when 'refunded' then 1 else 0 end)`,
};

/** What is broken, by name, with the ids; empty when all holds. Reads in one statement: a single moment. */
export async function brokenInvariants(db: Db): Promise<string[]> {
  const checks = Object.entries(BROKEN).map(
    ([name, query]) => sql`select ${name}::text as what, id::text from (${query}) as broken(id)`,
  );
  const rows = await db.execute<{ what: string; id: string }>(sql.join(checks, sql` union all `));
  return rows.map(({ what, id }) => `${what}: ${id}`);
}

/** Deadlocks this database has seen since it was made. */
export async function deadlocksSeen(db: Db): Promise<number> {
  const rows = await db.execute<{ deadlocks: number }>(
    sql`select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()`,
  );
  return rows[0]?.deadlocks ?? 0;
}
