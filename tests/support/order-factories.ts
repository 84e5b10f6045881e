import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { beliAccount, beliEntry, couponRecord, order, orderLine, settlement, settlementLine } from '@/db/schema';
import { type Beli, beli, beliToFen, fen, subtractFen } from '@/lib/domain/money';
import type { Amounts } from '@/lib/domain/settlement';
import { type MintedProduct, only } from './factories';

interface LineOptions {
  readonly product: MintedProduct;
  readonly couponRecordId?: number;
  readonly lineDiscountFen?: number;
  readonly orderDiscountFen?: number;
  readonly beli?: number;
}

interface OrderOptions {
  readonly now?: Date;
  readonly orderCouponRecordId?: number;
}

export interface MintedOrder {
  readonly id: number;
  readonly orderNo: string;
  readonly cashFen: number;
}

const LIFETIME_MS = 30 * 60_000;

function amountsOf(line: LineOptions): Amounts {
  const listFen = fen(line.product.policy.priceFen);
  const lineDiscountFen = fen(line.lineDiscountFen ?? 0);
  const orderDiscountFen = fen(line.orderDiscountFen ?? 0);
  const used = beli(line.beli ?? 0);
  const cashFen = subtractFen(listFen, lineDiscountFen, orderDiscountFen, beliToFen(used));
  return { listFen, lineDiscountFen, orderDiscountFen, beli: used, cashFen };
}

function totalOf(lines: readonly Amounts[]): Amounts {
  const total = (field: keyof Amounts) => lines.reduce((sum, line) => sum + line[field], 0);
  return {
    listFen: fen(total('listFen')),
    lineDiscountFen: fen(total('lineDiscountFen')),
    orderDiscountFen: fen(total('orderDiscountFen')),
    beli: beli(total('beli')),
    cashFen: fen(total('cashFen')),
  };
}

/**
 * A pending order as placing it leaves it: amounts frozen, coupons locked, 贝里 held. Written directly, so that a
 * test of what follows does not depend on how it came about. It expires 30 minutes after `now`.
 */
export async function mintPendingOrder(
  db: Db,
  accountId: number,
  lines: readonly LineOptions[],
  options: OrderOptions = {},
): Promise<MintedOrder> {
  const now = options.now ?? new Date();
  const orderCouponRecordId = options.orderCouponRecordId ?? null;
  const settled = only(
    await db
      .insert(settlement)
      .values({ accountId, status: 'ordered', orderCouponRecordId, beli: totalOf(lines.map(amountsOf)).beli })
      .returning(),
  );
  const placed = only(
    await db
      .insert(order)
      .values({
        orderNo: `20240101${String(randomInt(1e12)).padStart(12, '0')}`,
        accountId,
        settlementId: settled.id,
        ...totalOf(lines.map(amountsOf)),
        orderCouponRecordId,
        placedAt: now,
        expiresAt: new Date(now.getTime() + LIFETIME_MS),
      })
      .returning(),
  );
  for (const [position, line] of lines.entries()) await insertLine(db, placed, position, line);
  if (orderCouponRecordId !== null) await lockCoupon(db, orderCouponRecordId, placed.id);
  if (placed.beli > 0) await holdBeli(db, placed);
  return { id: placed.id, orderNo: placed.orderNo, cashFen: placed.cashFen };
}

async function insertLine(
  db: Db,
  placed: { id: number; settlementId: number },
  position: number,
  line: LineOptions,
): Promise<void> {
  const { product, couponRecordId = null } = line;
  const ids = { position, productId: product.id, pricePolicyId: product.policy.id, couponRecordId };
  await db.insert(settlementLine).values({ settlementId: placed.settlementId, ...ids });
  await db.insert(orderLine).values({
    orderId: placed.id,
    ...ids,
    productKind: product.kind,
    productName: product.name,
    validDays: product.policy.validDays,
    ...amountsOf(line),
  });
  if (couponRecordId !== null) await lockCoupon(db, couponRecordId, placed.id);
}

async function lockCoupon(db: Db, recordId: number, orderId: number): Promise<void> {
  await db.update(couponRecord).set({ status: 'locked', orderId }).where(eq(couponRecord.id, recordId));
}

async function holdBeli(db: Db, placed: { id: number; accountId: number; beli: Beli }): Promise<void> {
  const row = only(await db.select().from(beliAccount).where(eq(beliAccount.accountId, placed.accountId)));
  const heldAfter = beli(row.held + placed.beli);
  await db.update(beliAccount).set({ held: heldAfter }).where(eq(beliAccount.accountId, placed.accountId));
  await db.insert(beliEntry).values({
    accountId: placed.accountId,
    businessKey: `order:${placed.id}:hold`,
    kind: 'hold',
    delta: 0,
    heldDelta: placed.beli,
    balanceAfter: row.balance,
    heldAfter,
    orderId: placed.id,
  });
}
