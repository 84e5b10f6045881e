'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { enrolmentFormSchema } from '@/lib/domain/enrolment-form';
import { submitEnrolmentForm } from '@/lib/services/enrolment/submit-enrolment-form';

const schema = enrolmentFormSchema.extend({ orderNo: z.string().regex(/^\d{1,32}$/, '订单号有误') });

/** Sends the 报名表 of the order in the field `orderNo`. The page then shows that it is in, whichever of two tabs was first. */
export const sendEnrolmentForm = accountAction({ schema, from: '/learn' }, async (ctx, input) => {
  const result = await submitEnrolmentForm(ctx, input);
  if (result.ok || result.error.code === 'FORM_ALREADY_SUBMITTED') redirect(`/enrol/${input.orderNo}`);
  return result;
});
