import 'server-only';
import { and, asc, count, desc, eq, exists, ilike, inArray, or, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { enrolmentForm, order, orderLine, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import type { Fen } from '@/lib/domain/money';
import { type OrderQuery, statusesOf } from '@/lib/domain/order-query';
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
}

/** A page of the account's own orders, newest first. */
export async function findOrders(db: Db, accountId: number, query: OrderQuery): Promise<OrderList> {
  const where = and(eq(order.accountId, accountId), ...conditions(db, query));
  const [rows, [total]] = await Promise.all([
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
    db.select({ orders: count() }).from(order).where(where),
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
    pageCount: Math.ceil((total?.orders ?? 0) / PAGE_SIZE),
  };
}

function conditions(db: Db, { status, q }: OrderQuery): (SQL | undefined)[] {
  const statuses = statusesOf(status);
  const pattern = q.replace(/[\\%_]/g, String.raw`\$&`);
  const named = db
    .select({ id: orderLine.id })
    .from(orderLine)
    .where(and(eq(orderLine.orderId, order.id), ilike(orderLine.productName, `%${pattern}%`)));
  return [
    statuses === null ? undefined : inArray(order.status, [...statuses]),
    q === '' ? undefined : or(ilike(order.orderNo, `${pattern}%`), exists(named)),
  ];
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
