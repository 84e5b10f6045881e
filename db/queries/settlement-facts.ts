import { asc, eq } from 'drizzle-orm';
import type { WalletCoupon } from '@/lib/domain/coupon';
import { type Beli, beli, ZERO_BELI } from '@/lib/domain/money';
import { saleProblem } from '@/lib/domain/sale';
import type { SettlementFacts, SettlementLineFacts } from '@/lib/domain/settlement-facts';
import type { Db } from '../client';
import {
  beliAccount,
  coupon,
  couponRecord,
  course,
  order,
  pricePolicy,
  product,
  type settlement,
  settlementLine,
} from '../schema';
import { readWalletRow, walletColumns } from './coupon-columns';

export type SettlementRow = typeof settlement.$inferSelect;

/** What the price of a settlement hangs on: read alike for the page, and for the order after its locks. */
export async function readSettlementFacts(db: Db, row: SettlementRow): Promise<SettlementFacts> {
  const [lines, wallet, availableBeli] = await Promise.all([
    readLines(db, row.id),
    readWallet(db, row.accountId),
    readAvailableBeli(db, row.accountId),
  ]);
  const { couponChoice, orderCouponRecordId, beli: wantedBeli } = row;
  return { lines, wallet, couponChoice, orderCouponRecordId, wantedBeli, availableBeli };
}

async function readLines(db: Db, settlementId: number): Promise<SettlementLineFacts[]> {
  const rows = await db
    .select({
      shown: {
        productId: product.id,
        kind: product.kind,
        slug: product.slug,
        name: product.name,
        coverHue: product.coverHue,
        coverGlyph: product.coverGlyph,
        couponRecordId: settlementLine.couponRecordId,
      },
      policy: { id: pricePolicy.id, validDays: pricePolicy.validDays, priceFen: pricePolicy.priceFen },
      sale: { status: product.status, courseType: course.courseType, withdrawnAt: pricePolicy.withdrawnAt },
    })
    .from(settlementLine)
    .innerJoin(product, eq(product.id, settlementLine.productId))
    .innerJoin(pricePolicy, eq(pricePolicy.id, settlementLine.pricePolicyId))
    .leftJoin(course, eq(course.productId, settlementLine.productId))
    .where(eq(settlementLine.settlementId, settlementId))
    .orderBy(asc(settlementLine.position), asc(settlementLine.id));
  return rows.map(({ shown, policy, sale }) => ({
    ...shown,
    policy,
    problem: saleProblem({ ...sale, isPolicyWithdrawn: sale.withdrawnAt !== null }),
  }));
}

/** Soonest to expire first. */
async function readWallet(db: Db, accountId: number): Promise<WalletCoupon[]> {
  const rows = await db
    .select(walletColumns)
    .from(couponRecord)
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .leftJoin(order, eq(order.id, couponRecord.orderId))
    .where(eq(couponRecord.accountId, accountId))
    .orderBy(asc(couponRecord.validUntil), asc(couponRecord.id));
  return rows.map(readWalletRow);
}

async function readAvailableBeli(db: Db, accountId: number): Promise<Beli> {
  const [row] = await db.select().from(beliAccount).where(eq(beliAccount.accountId, accountId));
  return row ? beli(row.balance - row.held) : ZERO_BELI;
}
