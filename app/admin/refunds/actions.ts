'use server';

import { redirect } from 'next/navigation';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { lateRefundSchema, refundApprovalSchema, refundRejectionSchema } from '@/lib/domain/refund-form';
import { approveRefund } from '@/lib/services/refund/approve-refund';
import { rejectRefund } from '@/lib/services/refund/reject-refund';
import { retryLateRefund } from '@/lib/services/refund/retry-late-refund';

/** Fields `refundId` and the lines that are ticked. */
export const approve = adminAction({ schema: refundApprovalSchema, message: '已同意，正在退款' }, async (ctx, input) =>
  shown(await approveRefund(ctx, input)),
);

export const reject = adminAction({ schema: refundRejectionSchema, message: '已拒绝' }, async (ctx, input) =>
  shown(await rejectRefund(ctx, input)),
);

/** Leads to the new refund, which shows how it goes on. */
export const retryLate = adminAction({ schema: lateRefundSchema }, async (ctx, input) => {
  const begun = await retryLateRefund(ctx, input);
  if (begun.ok) redirect(`/admin/refunds/${begun.value.refundId}`);
  return shown(begun);
});
