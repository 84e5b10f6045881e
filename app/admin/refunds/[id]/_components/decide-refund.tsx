'use client';

import { useActionState, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { IDLE } from '@/lib/action-state';
import { backWords } from '@/lib/domain/order-timeline';
import { LONGEST_REFUND_REASON, lineField } from '@/lib/domain/refund-fields';
import { approve, reject } from '../../actions';

interface DecideRefundProps {
  refundId: number;
  lines: readonly {
    readonly orderLineId: number;
    readonly name: string;
    readonly cashFen: number;
    readonly beli: number;
  }[];
}

/** Agreeing, to all lines or to some of them, and refusing. */
export function DecideRefund({ refundId, lines }: DecideRefundProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Agree refundId={refundId} lines={lines} />
      <Refuse refundId={refundId} />
    </div>
  );
}

function Agree({ refundId, lines }: DecideRefundProps) {
  const [state, submit] = useActionState(approve, IDLE);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const toggle = (id: number, isOn: boolean) =>
    setLeft((before) => new Set([...[...before].filter((each) => each !== id), ...(isOn ? [] : [id])]));
  const agreed = lines.filter((line) => !left.has(line.orderLineId));
  const sum = {
    cashFen: agreed.reduce((total, line) => total + line.cashFen, 0),
    beli: agreed.reduce((total, line) => total + line.beli, 0),
  };
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="refundId" value={refundId} />
      <FormMessage state={state} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">同意退款的课程</legend>
        {lines.map((line) => (
          <Checkbox
            key={line.orderLineId}
            name={lineField(line.orderLineId)}
            checked={!left.has(line.orderLineId)}
            onChange={({ target }) => toggle(line.orderLineId, target.checked)}
            className="flex"
            label={
              <>
                {line.name} <span className="text-muted-foreground text-sm tabular-nums">{backWords(line)}</span>
              </>
            }
          />
        ))}
      </fieldset>
      <p aria-live="polite" className="noscript:hidden text-muted-foreground text-sm">
        共退回 {backWords(sum)}。没有勾选的课程不退，学员可以再次申请。
      </p>
      <div>
        <SubmitButton disabled={agreed.length === 0}>同意退款</SubmitButton>
      </div>
    </form>
  );
}

function Refuse({ refundId }: { refundId: number }) {
  const [state, submit] = useActionState(reject, IDLE);
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="refundId" value={refundId} />
      <FormMessage state={state} />
      <Field name="reason" label="不同意的原因" hint="学员在订单页看得到" state={state}>
        <Textarea required maxLength={LONGEST_REFUND_REASON} rows={2} />
      </Field>
      <div>
        <SubmitButton variant="danger">拒绝申请</SubmitButton>
      </div>
    </form>
  );
}
