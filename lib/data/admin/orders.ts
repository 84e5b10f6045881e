import 'server-only';
import { and, count, desc, eq, exists, gt, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, order, orderLine, payment, refund } from '@/db/schema';
import { type OrderSearch, REFUND_FILTER_STATUSES } from '@/lib/domain/admin/order-search';
import type { Fen } from '@/lib/domain/money';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import type { OrderStatus, RefundStatus } from '@/lib/domain/states';
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

function conditions(db: Db, { q, status, refund: refunds, from, to }: OrderSearch): (SQL | undefined)[] {
  const named = db
    .select({ id: orderLine.id })
    .from(orderLine)
    .where(and(eq(orderLine.orderId, order.id), ilike(orderLine.productName, containing(q))));
  const refunded = (statuses: readonly RefundStatus[]) =>
    db
      .select({ id: refund.id })
      .from(refund)
      .where(and(eq(refund.orderId, order.id), inArray(refund.status, [...statuses])));
  return [
    status === null ? undefined : eq(order.status, status),
    refunds === null ? undefined : exists(refunded(REFUND_FILTER_STATUSES[refunds])),
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

/** How many rows a download reads at a time. */
const BATCH = 500;

const exported = (db: Db) =>
  db
    .select({
      id: order.id,
      orderNo: order.orderNo,
      username: account.username,
      nickname: account.nickname,
      courses: courseNames,
      status: order.status,
      listFen: order.listFen,
      lineDiscountFen: order.lineDiscountFen,
      orderDiscountFen: order.orderDiscountFen,
      beli: order.beli,
      cashFen: order.cashFen,
      refundedFen: refundedFen,
      tradeNo: payment.tradeNo,
      placedAt: order.placedAt,
      paidAt: order.paidAt,
      closedAt: order.closedAt,
    })
    .from(order)
    .innerJoin(account, eq(account.id, order.accountId))
    .leftJoin(payment, and(eq(payment.orderId, order.id), eq(payment.status, 'paid')))
    .$dynamic();

/** Cash given back for lines, in fen. Late money was never part of the order's price. */
const refundedFen = sql`(
  select coalesce(sum(${refund.cashFen}), 0) from ${refund}
  where ${refund.orderId} = ${order.id} and ${refund.kind} = 'lines' and ${refund.status} = 'succeeded')`.mapWith(
  Number,
);

export type ExportedOrder = Awaited<ReturnType<typeof exported>>[number];

/** All orders that fit, batch by batch, the oldest first. Asks for the administrator before it gives the first away. */
export async function exportOrders(search: OrderSearch) {
  const db = await adminDb();
  return batches(db, and(...conditions(db, search)));
}

async function* batches(db: Db, where: SQL | undefined): AsyncGenerator<readonly ExportedOrder[]> {
  let last = 0;
  for (;;) {
    const rows = await exported(db)
      .where(and(where, gt(order.id, last)))
      .orderBy(order.id)
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}
