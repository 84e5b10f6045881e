'use client';

import Link, { type LinkProps } from 'next/link';
import { useActionState } from 'react';
import { RefundChoice } from '@/components/order/refund-choice';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { type ActionState, IDLE } from '@/lib/action-state';
import type { ChoiceOrder } from '@/lib/domain/refund-choice';
import { LONGEST_REFUND_REASON } from '@/lib/domain/refund-fields';

interface RefundFormProps<T> {
  /** A server action itself, not bound: what it needs travels in fields. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  orderNo: string;
  order: ChoiceOrder;
  /** What is meant by a reason. */
  hint: string;
  submitText: string;
  backHref: LinkProps<T>['href'];
}

/** Which lines of an order are to be refunded, and why. */
export function RefundForm<T>({ action, orderNo, order, hint, submitText, backHref }: RefundFormProps<T>) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit} className="grid gap-6">
      <input type="hidden" name="orderNo" value={orderNo} />
      <FormMessage state={state} />
      <RefundChoice order={order} state={state} />
      <Field name="reason" label="退款原因" state={state} hint={hint}>
        <Textarea required maxLength={LONGEST_REFUND_REASON} rows={3} />
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="lg">{submitText}</SubmitButton>
        <Button asChild size="lg" variant="secondary">
          <Link href={backHref}>返回</Link>
        </Button>
      </div>
    </form>
  );
}
