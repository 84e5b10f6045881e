import 'server-only';
import { and, asc, count, desc, eq, exists, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { enrolmentForm, order, orderLine, product, refund } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import type { Fen } from '@/lib/domain/money';
import { OPEN_REFUNDS, type OrderQuery, type OrderTab, statusesOf } from '@/lib/domain/order-query';
import type { OrderStatus } from '@/lib/domain/states';

const PAGE_SIZE = 10;

export interface OrderCardLine {
  readonly productId: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  readonly validDays: number;
  readonly listFen: Fen;
}

export interface OrderCard {
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  readonly listFen: Fen;
  readonly cashFen: Fen;
  /** Whether the 报名表 is in. */
  readonly isEnrolled: boolean;
  readonly lines: readonly OrderCardLine[];
}

export interface OrderList {
  readonly orders: readonly OrderCard[];
  readonly pageCount: number;
  /** How many orders each tab has, of those that are searched for. */
  readonly counts: Readonly<Record<OrderTab, number>>;
}

/** A page of the account's own orders, newest first. */
export async function findOrders(db: Db, accountId: number, query: OrderQuery): Promise<OrderList> {
  const own = and(eq(order.accountId, accountId), matching(db, query.q));
  const where = and(own, onTab(db, query.status));
  const [rows, counts] = await Promise.all([
    db
      .select({
        id: order.id,
        orderNo: order.orderNo,
        status: order.status,
        placedAt: order.placedAt,
        expiresAt: order.expiresAt,
        listFen: order.listFen,
        cashFen: order.cashFen,
        formId: enrolmentForm.id,
      })
      .from(order)
      .leftJoin(enrolmentForm, eq(enrolmentForm.orderId, order.id))
      .where(where)
      .orderBy(desc(order.placedAt), desc(order.id))
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    countByTab(db, own),
  ]);
  const lines = await readLines(
    db,
    rows.map((row) => row.id),
  );
  return {
    orders: rows.map(({ id, formId, ...card }) => ({
      ...card,
      isEnrolled: formId !== null,
      lines: lines.get(id) ?? [],
    })),
    pageCount: Math.ceil(counts[query.status] / PAGE_SIZE),
    counts,
  };
}

function matching(db: Db, q: string): SQL | undefined {
  if (q === '') return undefined;
  const pattern = q.replace(/[\\%_]/g, String.raw`\$&`);
  const named = db
    .select({ id: orderLine.id })
    .from(orderLine)
    .where(and(eq(orderLine.orderId, order.id), ilike(orderLine.productName, `%${pattern}%`)));
  return or(ilike(order.orderNo, `${pattern}%`), exists(named));
}

function onTab(db: Db, tab: OrderTab): SQL | undefined {
  const statuses = statusesOf(tab);
  const byStatus = statuses === null ? undefined : inArray(order.status, [...statuses]);
  return tab === 'refunded' ? or(byStatus, exists(openRefund(db))) : byStatus;
}

const openRefund = (db: Db) =>
  db
    .select({ id: refund.id })
    .from(refund)
    .where(and(eq(refund.orderId, order.id), eq(refund.kind, 'lines'), inArray(refund.status, [...OPEN_REFUNDS])));

async function countByTab(db: Db, own: SQL | undefined): Promise<OrderList['counts']> {
  const counted = (tab: OrderTab) => {
    const where = onTab(db, tab);
    return where ? sql`count(*) filter (where ${where})`.mapWith(Number) : count();
  };
  const [counts] = await db
    .select({
      all: counted('all'),
      pending: counted('pending'),
      paid: counted('paid'),
      closed: counted('closed'),
      refunded: counted('refunded'),
    } satisfies Record<OrderTab, unknown>)
    .from(order)
    .where(own);
  if (!counts) throw new Error('counting gave no row');
  return counts;
}

async function readLines(db: Db, orderIds: readonly number[]): Promise<Map<number, OrderCardLine[]>> {
  const lines = new Map<number, OrderCardLine[]>(orderIds.map((id) => [id, []]));
  if (orderIds.length === 0) return lines;
  const rows = await db
    .select({
      orderId: orderLine.orderId,
      productId: orderLine.productId,
      kind: orderLine.productKind,
      slug: product.slug,
      name: orderLine.productName,
      coverHue: product.coverHue,
      coverGlyph: product.coverGlyph,
      validDays: orderLine.validDays,
      listFen: orderLine.listFen,
    })
    .from(orderLine)
    .innerJoin(product, eq(product.id, orderLine.productId))
    .where(inArray(orderLine.orderId, [...orderIds]))
    .orderBy(asc(orderLine.orderId), asc(orderLine.position));
  for (const { orderId, ...line } of rows) lines.get(orderId)?.push(line);
  return lines;
}
