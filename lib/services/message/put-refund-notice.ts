import type { Beli, Fen } from '@/lib/domain/money';
import { NOTICE_TITLES } from '@/lib/domain/notice';
import type { TxCtx } from '../ctx';
import { putMessage } from './put-message';

interface RefundNotice {
  readonly refund: { readonly id: number; readonly cashFen: Fen; readonly beli: Beli };
  readonly order: { readonly orderNo: string; readonly accountId: number };
  /** Names of what was given back; of late money, of what it was meant for. */
  readonly courses: readonly string[];
}

/** Tells the student, once a refund, that their money is back. The caller has locked the account. */
export async function putRefundNotice(ctx: TxCtx, { refund, order, courses }: RefundNotice): Promise<void> {
  const { cashFen, beli } = refund;
  await putMessage(ctx, {
    accountId: order.accountId,
    cause: `refund:${refund.id}:refunded`,
    title: NOTICE_TITLES.refunded,
    content: {
      kind: 'notice',
      notice: 'refunded',
      path: `/orders/${order.orderNo}`,
      facts: { orderNo: order.orderNo, courses, cashFen, beli, at: ctx.now.toISOString() },
    },
  });
}
