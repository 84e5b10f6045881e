import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import type { Shop } from './shop';

const COOKIE = 'luffy.session';
const DAY_SECONDS = 86_400;

export interface Student {
  readonly id: number;
  readonly username: string;
  /** A session, as signing in would have set it. */
  readonly cookie: string;
  /** An order coupon of its own. */
  readonly couponRecordId: number;
}

/** Hands out students that have done nothing yet, each once, with a coupon in hand. */
export class Students {
  private next = 1;

  constructor(private readonly shop: Pick<Shop, 'db' | 'secrets'>) {}

  async take(count: number): Promise<Student[]> {
    const rows = await this.shop.db.execute<{ id: string; username: string; couponRecordId: string }>(sql`
      with student as (
        select id, username from account where username like 'bench%' order by id offset ${this.next - 1} limit ${count}
      ), chosen as (
        select id, family_id from coupon where product_id is null and kind = 'fixed' order by id limit 1
      ), claimed as (
        insert into coupon_record (number, coupon_id, family_id, account_id, valid_from, valid_until)
        select 'bench-' || student.id, chosen.id, chosen.family_id, student.id, current_date - 1, current_date + 30
        from student, chosen returning id, account_id
      )
      select student.id, username, claimed.id as "couponRecordId" from student join claimed on account_id = student.id
      order by student.id`);
    if (rows.length < count) throw new Error(`only ${rows.length} students are left of ${count}`);
    this.next += count;
    return Promise.all(rows.map((row) => this.signedIn(Number(row.id), row.username, Number(row.couponRecordId))));
  }

  private async signedIn(id: number, username: string, couponRecordId: number): Promise<Student> {
    const token = { sub: String(id), sessionId: randomUUID(), sessionVersion: 1 };
    const value = await encode({ token, secret: this.shop.secrets.authSecret, salt: COOKIE, maxAge: DAY_SECONDS });
    return { id, username, cookie: `${COOKIE}=${value}`, couponRecordId };
  }
}

/** Courses that are sold, by slug: journeys take turns, as students do. */
export async function coursesOnSale({ db }: Pick<Shop, 'db'>, count: number): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(sql`
    select slug from product join course on course.product_id = product.id
    where status = 'online' and course_type = 'paid' and slug not like 'bench-%'
      and exists (select 1 from price_policy where product_id = product.id and withdrawn_at is null and price_fen > 2000)
    order by product.id limit ${count}`);
  return rows.map(({ slug }) => slug);
}
