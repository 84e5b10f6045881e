import { and, eq, sql } from 'drizzle-orm';
import { settlement, settlementLine } from '@/db/schema';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import type { OpenSettlement } from './in-open-settlement';

/** Writes who chose, and every line's and the order's coupon as `chosen` has them: two statements for any number of lines. */
export async function storeChoice(
  { ctx, row }: OpenSettlement,
  chosen: Pick<SettlementFacts, 'couponChoice' | 'lines' | 'orderCouponRecordId'>,
): Promise<void> {
  const { couponChoice, orderCouponRecordId } = chosen;
  await ctx.db
    .update(settlement)
    .set({ couponChoice, orderCouponRecordId, updatedAt: ctx.now })
    .where(eq(settlement.id, row.id));
  const lines = chosen.lines.map((line) => ({ product: line.productId, record: line.couponRecordId }));
  await ctx.db
    .update(settlementLine)
    .set({ couponRecordId: sql`chosen.record` })
    .from(sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as chosen(product bigint, record bigint)`)
    .where(and(eq(settlementLine.settlementId, row.id), eq(settlementLine.productId, sql`chosen.product`)));
}
