'use server';

import { redirect } from 'next/navigation';
import { accountAction } from '@/lib/action';
import type { ActionState } from '@/lib/action-state';
import { enrolmentFormSchema } from '@/lib/domain/enrolment-form';
import { submitEnrolmentForm } from '@/lib/services/enrolment/submit-enrolment-form';

/** Sends the 报名表 of one order. The page then shows that it is in, whoever of two tabs was first. */
export async function sendEnrolmentForm(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  const page = `/enrol/${orderNo}` as const;
  const send = accountAction({ schema: enrolmentFormSchema, from: page }, async (ctx, input) => {
    const result = await submitEnrolmentForm(ctx, { ...input, orderNo });
    if (result.ok || result.error.code === 'FORM_ALREADY_SUBMITTED') redirect(page);
    return result;
  });
  return send(previous, form);
}
