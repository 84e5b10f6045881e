import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

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
      or (r.status = 'locked' and o.status <> 'pending') or (r.status = 'used' and o.status <> 'paid')
      or (o.id is not null and (o.account_id <> r.account_id or not (o.order_coupon_record_id is not distinct from r.id
        or exists (select from order_line l where l.order_id = o.id and l.coupon_record_id = r.id))))`,
  'coupons: each in at most one order that lives, and that one holds it': sql`
    select used.record_id from (
      select order_coupon_record_id as record_id, id as order_id from "order" where status in ('pending', 'paid')
      union all
      select l.coupon_record_id, l.order_id from order_line l join "order" o on o.id = l.order_id
      where o.status in ('pending', 'paid')
    ) used left join coupon_record r on r.id = used.record_id and r.order_id = used.order_id
    where used.record_id is not null
    group by used.record_id having count(*) > 1 or count(r.id) <> count(*)`,
  '贝里: balance = Σ delta, held = Σ held_delta = what pending orders hold': sql`
    select b.account_id from beli_account b
    where b.balance <> (select coalesce(sum(delta), 0) from beli_entry e where e.account_id = b.account_id)
      or b.held <> (select coalesce(sum(held_delta), 0) from beli_entry e where e.account_id = b.account_id)
      or b.held <> (select coalesce(sum(o.beli), 0) from "order" o where o.account_id = b.account_id and o.status = 'pending')`,
  'orders: the sums of the lines are those of the whole': sql`
    select o.id from "order" o join order_line l on l.order_id = o.id group by o.id
    having sum(l.list_fen) <> o.list_fen or sum(l.line_discount_fen) <> o.line_discount_fen
      or sum(l.order_discount_fen) <> o.order_discount_fen or sum(l.beli) <> o.beli or sum(l.cash_fen) <> o.cash_fen`,
  'orders: paid ones, and they alone, opened every line once': sql`
    select o.id from "order" o join order_line l on l.order_id = o.id
      left join enrolment_grant g on g.order_line_id = l.id
    group by o.id having count(g.id) <> (case when o.status = 'paid' then count(distinct l.id) else 0 end)`,
  'payments: a paid order has its cash, once': sql`
    select o.id from "order" o left join payment p on p.order_id = o.id and p.status = 'paid'
    group by o.id having coalesce(sum(p.amount_fen), 0) <> (case when o.status = 'paid' then o.cash_fen else 0 end)`,
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
