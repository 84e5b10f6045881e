import type { Db } from '@/db/client';
import { paymentEvent } from '@/db/schema';
import type { PaymentEventSource } from '@/lib/domain/payment';

/** Longer than any notify that is let in. */
const MAX_BODY = 64 * 1024;

/** What the gateway said, verbatim. */
export interface Heard {
  readonly source: PaymentEventSource;
  readonly body: string;
  readonly notifyId?: string;
}

interface Event extends Heard {
  readonly paymentId?: number | undefined;
  readonly outTradeNo?: string | undefined;
  readonly verdict: string;
  readonly receivedAt: Date;
}

// PostgreSQL's text cannot hold a NUL.
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** Keeps what was heard and what we made of it, in the caller's transaction if there is one. */
export async function recordEvent(db: Db, event: Event): Promise<void> {
  const { source, verdict, receivedAt } = event;
  await db.insert(paymentEvent).values({
    source,
    verdict,
    receivedAt,
    paymentId: event.paymentId ?? null,
    outTradeNo: event.outTradeNo === undefined ? null : storable(event.outTradeNo),
    notifyId: event.notifyId === undefined ? null : storable(event.notifyId),
    body: storable(event.body.slice(0, MAX_BODY)),
  });
}
