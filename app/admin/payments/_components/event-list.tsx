import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { PaymentEventRow } from '@/lib/data/admin/payment-events';
import { type EventResult, paymentPath } from '@/lib/domain/admin/payment-search';
import { resultOf, SOURCE_LABELS, verdictLabel, verifyLabel } from '@/lib/domain/payment-labels';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';

const TONES = { accepted: 'success', refused: 'danger', people: 'gold' } as const satisfies Record<EventResult, string>;

interface EventListProps {
  events: readonly PaymentEventRow[];
  /** Names the attempt of each, where they are of many. */
  withPayment?: boolean;
}

/** What the gateway said, verbatim, with whether it was believed and what was made of it. */
export function EventList({ events, withPayment = false }: EventListProps) {
  return (
    <ol className="divide-y text-sm">
      {events.map((event) => (
        <li key={event.id} className="grid gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <time dateTime={event.receivedAt.toISOString()} className="text-muted-foreground tabular-nums">
              {shanghaiSecond(event.receivedAt)}
            </time>
            <span>{SOURCE_LABELS[event.source]}</span>
            <Badge tone={TONES[resultOf(event.verdict)]}>{verifyLabel(event.verdict)}</Badge>
            <span className="font-medium">{verdictLabel(event.verdict)}</span>
          </p>
          {(event.notifyId || withPayment) && (
            <p className="break-all text-muted-foreground text-xs tabular-nums">
              {withPayment && <About event={event} />}
              {event.notifyId && ` notify_id ${event.notifyId}`}
            </p>
          )}
          <details>
            <summary className="min-h-11 cursor-pointer content-center text-muted-foreground text-xs sm:min-h-8">
              原文（{event.body.length} 字）
            </summary>
            <pre className="max-h-96 overflow-y-auto whitespace-pre-wrap break-all rounded-md bg-muted p-3 text-xs">
              {event.body}
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}

function About({ event: { paymentId, outTradeNo } }: { event: PaymentEventRow }) {
  if (paymentId === null) return <span>{outTradeNo ?? '没有订单号'}</span>;
  return (
    <Link href={paymentPath(paymentId)} prefetch={false} className="text-link underline">
      {outTradeNo}
    </Link>
  );
}
