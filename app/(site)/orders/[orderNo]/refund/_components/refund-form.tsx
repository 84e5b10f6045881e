'use client';

import Link from 'next/link';
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

interface RefundFormProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  orderNo: string;
  order: ChoiceOrder;
}

/** 申请退款: which lines, and why. */
export function RefundForm({ action, orderNo, order }: RefundFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit} className="grid gap-6">
      <input type="hidden" name="orderNo" value={orderNo} />
      <FormMessage state={state} />
      <RefundChoice order={order} state={state} />
      <Field name="reason" label="退款原因" state={state} hint="例如：买错了课程、时间安排不过来、内容和预期不符">
        <Textarea required maxLength={LONGEST_REFUND_REASON} rows={3} />
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="lg">提交申请</SubmitButton>
        <Button asChild size="lg" variant="secondary">
          <Link href={`/orders/${orderNo}`}>不退了</Link>
        </Button>
      </div>
    </form>
  );
}
