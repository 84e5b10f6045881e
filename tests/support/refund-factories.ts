import { asc, eq } from 'drizzle-orm';
import type { Database, Db } from '@/db/client';
import { enrolmentGrant, orderLine, refund, refundLine } from '@/db/schema';
import type { LineChoice } from '@/lib/domain/refund';
import type { AccountCtx } from '@/lib/services/ctx';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { approveRefund } from '@/lib/services/refund/approve-refund';
import { requestRefund } from '@/lib/services/refund/request-refund';
import { sendRefund } from '@/lib/services/refund/send-refund';
import { adminCtx } from './account-factories';
import { only, studentCtx } from './factories';
import { fakeAlipay } from './fake-alipay';
import { mintFullOrder, paidTrade, readWorld, systemCtx } from './payment-factories';

export const readRefunds = (db: Db, orderId: number) =>
  db.select().from(refund).where(eq(refund.orderId, orderId)).orderBy(asc(refund.id));

export const readRefundLines = (db: Db, refundId: number) =>
  db.select().from(refundLine).where(eq(refundLine.refundId, refundId)).orderBy(asc(refundLine.id));

/** What came back `ok`; throws what did not. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A paid order that used everything an order can use (see mintFullOrder), an Alipay that knows of it, and people. */
export async function mintPaidOrder(db: Database, options: { now?: Date } = {}) {
  const now = options.now ?? new Date();
  const minted = await mintFullOrder(db, { now });
  const alipay = fakeAlipay();
  const { student, placed, attempt } = minted;
  alipay.put(attempt.outTradeNo, attempt.amountFen, 'TRADE_SUCCESS');
  const system = systemCtx(db, { now, gateways: alipay.gateways });
  await settlePayment(system, { trade: paidTrade(attempt), heard: { source: 'notify', body: '' } });
  const lines = await db
    .select()
    .from(orderLine)
    .where(eq(orderLine.orderId, placed.id))
    .orderBy(asc(orderLine.position));
  const [lineA, lineB] = [only(lines), only(lines.slice(1))];
  const admin: AccountCtx = { ...(await adminCtx(db, now)), gateways: alipay.gateways };
  const asStudent = studentCtx(db, student, { now, gateways: alipay.gateways });
  const { orderNo } = placed;
  const ask = (lineIds: LineChoice, ctx = asStudent) => requestRefund(ctx, { orderNo, lineIds, reason: '不想学了' });
  const approved = async (lineIds: LineChoice) => {
    const { refundId } = valueOf(await ask(lineIds));
    valueOf(await approveRefund(admin, { refundId, lineIds: 'all' }));
    return refundId;
  };
  return {
    ...minted,
    now,
    alipay,
    system,
    admin,
    asStudent,
    lineA,
    lineB,
    ask,
    /** Asked for and agreed to; its job is left. */
    approved,
    /** What the job does. */
    send: (refundId: number) => sendRefund(system, { refundId }),
    world: () => readWorld(db, student.id, placed.id),
    refunds: () => readRefunds(db, placed.id),
    grantOf: async (lineId: number) =>
      only(await db.select().from(enrolmentGrant).where(eq(enrolmentGrant.orderLineId, lineId))),
  };
}
