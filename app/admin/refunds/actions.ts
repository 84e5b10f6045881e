'use server';

import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { refundApprovalSchema, refundRejectionSchema } from '@/lib/domain/refund-form';
import { approveRefund } from '@/lib/services/refund/approve-refund';
import { rejectRefund } from '@/lib/services/refund/reject-refund';

/** Fields `refundId` and the lines that are ticked. */
export const approve = adminAction({ schema: refundApprovalSchema, message: '已同意，正在退款' }, async (ctx, input) =>
  shown(await approveRefund(ctx, input)),
);

export const reject = adminAction({ schema: refundRejectionSchema, message: '已拒绝' }, async (ctx, input) =>
  shown(await rejectRefund(ctx, input)),
);
