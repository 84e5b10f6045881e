import 'server-only';
import { and, count, desc, eq, exists, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, order, orderLine } from '@/db/schema';
import type { OrderSearch } from '@/lib/domain/admin/order-search';
import type { Fen } from '@/lib/domain/money';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import type { OrderStatus } from '@/lib/domain/states';
import { adminDb } from './admin-db';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

export interface OrderRow {
  readonly orderNo: string;
  readonly accountId: number;
  readonly username: string;
  readonly nickname: string;
  /** The names of its courses. */
  readonly courses: readonly string[];
  readonly status: OrderStatus;
  readonly cashFen: Fen;
  readonly placedAt: Date;
}

/** A page of everybody's orders, newest first. */
export async function listOrders(search: OrderSearch): Promise<ListPage<OrderRow>> {
  const db = await adminDb();
  const where = and(...conditions(db, search));
  const [rows, [total]] = await Promise.all([
    db
      .select({
        orderNo: order.orderNo,
        accountId: order.accountId,
        username: account.username,
        nickname: account.nickname,
        courses: courseNames,
        status: order.status,
        cashFen: order.cashFen,
        placedAt: order.placedAt,
      })
      .from(order)
      .innerJoin(account, eq(account.id, order.accountId))
      .where(where)
      .orderBy(desc(order.placedAt), desc(order.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db.select({ orders: count() }).from(order).innerJoin(account, eq(account.id, order.accountId)).where(where),
  ]);
  return listPage(rows, total?.orders ?? 0);
}

/** Of an order in a query that joins something: only then Drizzle writes the columns with their tables. */
export const courseNames = sql<string[]>`(
  select json_agg(${orderLine.productName} order by ${orderLine.position})
  from ${orderLine} where ${orderLine.orderId} = ${order.id})`;

function conditions(db: Db, { q, status, from, to }: OrderSearch): (SQL | undefined)[] {
  const named = db
    .select({ id: orderLine.id })
    .from(orderLine)
    .where(and(eq(orderLine.orderId, order.id), ilike(orderLine.productName, containing(q))));
  return [
    status === null ? undefined : eq(order.status, status),
    from === null ? undefined : gte(order.placedAt, startOfDay(from)),
    to === null ? undefined : lt(order.placedAt, endOfDay(to)),
    q === ''
      ? undefined
      : or(
          ilike(order.orderNo, startingWith(q)),
          ilike(account.username, containing(q)),
          ilike(account.nickname, containing(q)),
          exists(named),
        ),
  ];
}
