'use client';

import { type ReactNode, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { ActionState } from '@/lib/action-state';
import { formatYuan } from '@/lib/domain/money';
import { type ChoiceLine, type ChoiceOrder, comesBack } from '@/lib/domain/refund-choice';
import { lineField } from '@/lib/domain/refund-fields';
import { REFUND_STATUS_LABELS } from '@/lib/domain/states';

interface RefundChoiceProps {
  order: ChoiceOrder;
  /** What the form's action answered: what was ticked stays ticked. */
  state: ActionState;
}

/**
 * The lines of an order to choose from, and what a choice gives back. The fields are `whole`, or `line-<id>` for each
 * line that is ticked.
 */
export function RefundChoice({ order, state }: RefundChoiceProps) {
  const free = order.lines.filter((line) => line.refundStatus === null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => ticked(free, state));
  const toggle = (id: number, isOn: boolean) =>
    setChosen((before) => new Set([...[...before].filter((each) => each !== id), ...(isOn ? [id] : [])]));
  const isWhole = free.every((line) => chosen.has(line.id));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium">选择要退款的课程</legend>
      <ul className="grid gap-2">
        {order.lines.map((line) => (
          <li key={line.id} className="rounded-md border px-4 py-2">
            {line.refundStatus === null ? (
              <Checkbox
                name={lineField(line.id)}
                checked={chosen.has(line.id)}
                onChange={({ target }) => toggle(line.id, target.checked)}
                className="flex"
                label={<LineLabel line={line} />}
              />
            ) : (
              <p className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-muted-foreground">
                {line.name} <span className="text-sm">{REFUND_STATUS_LABELS[line.refundStatus]}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {free.length > 1 && (
        <Checkbox
          name="whole"
          checked={isWhole}
          onChange={({ target }) => setChosen(new Set(target.checked ? free.map(({ id }) => id) : []))}
          label={`全选（${free.length} 门）`}
        />
      )}
      <ComesBack order={order} chosen={chosen} />
    </fieldset>
  );
}

/** A single line is what is meant. */
function ticked(free: readonly ChoiceLine[], state: ActionState): ReadonlySet<number> {
  if (state.status === 'failed') {
    const { values } = state;
    return new Set(free.filter(({ id }) => values.whole || values[lineField(id)]).map(({ id }) => id));
  }
  return new Set(free.length === 1 ? free.map(({ id }) => id) : []);
}

const LineLabel = ({ line }: { line: ChoiceLine }) => (
  <span className="grid gap-0.5 py-1">
    <span className="font-medium">{line.name}</span>
    <span className="text-muted-foreground text-sm tabular-nums">
      退回 {formatYuan(line.cashFen)}
      {line.beli > 0 && ` + ${line.beli} 贝里`}
      {line.coupon && `，课程券「${line.coupon.name}」${line.coupon.isOver ? '（已过期）' : ''}`}
    </span>
  </span>
);

function ComesBack({ order, chosen }: { order: ChoiceOrder; chosen: ReadonlySet<number> }) {
  const { cashFen, beli, coupons } = comesBack(order, chosen);
  return (
    // Without JavaScript nothing would follow the boxes; what each line gives back stands beside it.
    <div aria-live="polite" className="noscript:hidden rounded-md bg-muted px-4 py-3">
      <p className="mb-2 font-medium text-sm">退款成功后会退回</p>
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-y-1 text-sm">
        <Row name="现金">{formatYuan(cashFen)}，原路退回支付宝</Row>
        {beli > 0 && <Row name="贝里">{beli} 个</Row>}
        {coupons.length > 0 && (
          <Row name="优惠券">
            {coupons.map(({ name, isOver }) => (
              <span key={name} className="block">
                {name}
                {isOver && '（已过期，不能再用）'}
              </span>
            ))}
          </Row>
        )}
      </dl>
      {order.orderCoupon && !coupons.includes(order.orderCoupon) && (
        <p className="mt-2 text-muted-foreground text-sm">全场券「{order.orderCoupon.name}」在整单都退款后退回。</p>
      )}
    </div>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted-foreground">{name}</dt>
    <dd className="tabular-nums">{children}</dd>
  </>
);
