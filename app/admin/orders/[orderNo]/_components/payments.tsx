import { PanelEmpty } from '@/components/admin/panel';
import type { OrderForAdmin } from '@/lib/data/admin/order-detail';
import { formatYuan } from '@/lib/domain/money';
import { METHOD_LABELS, PAYMENT_STATUS_LABELS, SOURCE_LABELS, verdictLabel } from '@/lib/domain/payment-labels';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';

type Attempt = OrderForAdmin['payments'][number];

/** Every attempt to pay, with what the gateway said of it and what we made of that. */
export function Payments({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <PanelEmpty>没有发起过支付。</PanelEmpty>;
  return (
    <ul className="divide-y text-sm">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="grid gap-2 px-4 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="break-all font-medium tabular-nums">{attempt.outTradeNo}</span>
            <span>
              {PAYMENT_STATUS_LABELS[attempt.status]} · {formatYuan(attempt.amountFen)}
            </span>
          </p>
          <p className="text-muted-foreground text-xs">
            {METHOD_LABELS[attempt.method]} · 发起于 {shanghaiSecond(attempt.createdAt)}
            {attempt.paidAt && ` · 付款于 ${shanghaiSecond(attempt.paidAt)}`}
            {attempt.tradeNo && ` · 支付宝交易号 ${attempt.tradeNo}`}
          </p>
          <Events events={attempt.events} />
        </li>
      ))}
    </ul>
  );
}

function Events({ events }: { events: Attempt['events'] }) {
  if (events.length === 0) return <p className="text-muted-foreground text-xs">还没有支付宝的消息。</p>;
  return (
    <ol className="grid gap-1 border-l-2 pl-3 text-xs">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap gap-x-3">
          <time dateTime={event.receivedAt.toISOString()} className="text-muted-foreground tabular-nums">
            {shanghaiSecond(event.receivedAt)}
          </time>
          <span>{SOURCE_LABELS[event.source]}</span>
          <span className="font-medium">{verdictLabel(event.verdict)}</span>
        </li>
      ))}
    </ol>
  );
}
