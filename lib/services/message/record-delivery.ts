import { and, eq, inArray, ne } from 'drizzle-orm';
import { message } from '@/db/schema';
import type { TxCtx } from '../ctx';
import { enqueue } from '../enqueue';

/** How often it is looked again for a message whose outcome is not committed yet: at the latest after half an hour. */
const MOST_LOOKS = 9;
const FIRST_PAUSE_SECONDS = 4;

interface Delivery {
  /** The platform's number of the message, 64 bits as text. */
  readonly msgid: string;
  /** As WeChat says it: `success`, `failed:user block`, `failed: system failed`. */
  readonly status: string;
}

/**
 * What TEMPLATESENDJOBFINISH says of a message that was accepted. The event may come before the sending's outcome is
 * committed: then it is looked again later. `looked`: how often before.
 */
export async function recordDelivery(ctx: TxCtx, { msgid, status }: Delivery, looked = 0): Promise<void> {
  const [found] = await ctx.db
    .select({ id: message.id, status: message.status })
    .from(message)
    .where(and(eq(message.msgid, msgid), ne(message.status, 'sending')))
    .orderBy(message.id)
    .limit(1);
  if (found) return concludeDelivery(ctx, [found.id], status);
  if (looked >= MOST_LOOKS) return;
  await enqueue(
    ctx.db,
    'message.delivery',
    { msgid, status, looked: looked + 1 },
    {
      key: `delivery:${msgid}`,
      runAt: new Date(ctx.now.getTime() + FIRST_PAUSE_SECONDS * 2 ** looked * 1000),
    },
  );
}

/** Only what was accepted: a second event changes nothing. */
export async function concludeDelivery(ctx: TxCtx, ids: readonly number[], status: string): Promise<void> {
  await ctx.db
    .update(message)
    .set(
      status === 'success'
        ? { status: 'delivered', deliveredAt: ctx.now, reason: null }
        : { status: 'failed', reason: status.slice(0, 200) },
    )
    .where(and(inArray(message.id, [...ids]), eq(message.status, 'accepted')));
}
