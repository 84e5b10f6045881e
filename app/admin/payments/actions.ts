'use server';

import { refresh } from 'next/cache';
import { adminAction } from '@/lib/action';
import { paymentCommandSchema } from '@/lib/domain/admin/case-command';
import { queryPayment } from '@/lib/services/payment/query-payment';

/** The page shows what was heard, whatever it was. */
export const queryNow = adminAction(
  { schema: paymentCommandSchema, message: '支付宝已回答，见下面的记录' },
  async (ctx, input) => {
    const result = await queryPayment(ctx, input);
    refresh();
    return result;
  },
);
