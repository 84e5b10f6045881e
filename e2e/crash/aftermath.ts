import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import type { FragileStack } from './fragile-stack';

export interface Aftermath {
  readonly paid: number;
  /** Seconds until nothing waited any more. */
  readonly drainedAfter: number;
  /** Sentences about what is wrong; none: all is well. */
  readonly wrong: readonly string[];
}

const DRAIN_MS = 120_000;
const tradeSchema = z.object({ paidAt: z.string().nullable() });

interface Waiting extends Record<string, unknown> {
  readonly what: string;
}

/** What waits though its time has come: unheard money, due jobs, locks of workers that are gone. */
const WAITING = sql`
  select 'order ' || order_no || ' is pending' as what from "order" where status = 'pending'
  union all select 'payment ' || out_trade_no || ' is ' || status from payment where status in ('created', 'late')
  union all select 'job ' || task_identifier || ' ' || coalesce(key, '') || ' of ' || coalesce(locked_by, 'nobody')
    from graphile_worker.jobs where run_at <= now() and coalesce(key, '') not in (${sql.join(
      ['order.sweep', 'payment.sweep', 'refund.sweep', 'worker.unlock', 'message.recover'].map((task) => sql`${task}`),
      sql`, `,
    )})
  union all select 'refund ' || out_request_no from refund where status in ('approved', 'sending', 'unknown')`;

/** Lets the shop finish what it had begun, and looks at what came of it. */
export async function aftermath(stack: FragileStack, checkouts: number): Promise<Aftermath> {
  const begun = Date.now();
  let waiting = await readWaiting(stack);
  while (waiting.length > 0 && Date.now() - begun < DRAIN_MS) {
    await sleep(500);
    // A worker that lost its database ends a little later than it.
    await stack.revive();
    waiting = await readWaiting(stack);
  }
  const drainedAfter = (Date.now() - begun) / 1000;
  const payments = await stack.db.execute<{ outTradeNo: string; status: string }>(
    sql`select out_trade_no as "outTradeNo", status from payment`,
  );
  const unlike: string[] = [];
  for (const { outTradeNo, status } of payments) {
    const isPaid = await isPaidAtAlipay(stack, outTradeNo);
    if (isPaid !== (status === 'paid' || status === 'refunded'))
      unlike.push(`${outTradeNo}: ${status}, paid: ${isPaid}`);
  }
  const paid = payments.filter(({ status }) => status === 'paid').length;
  const count = paid === checkouts ? [] : [`${paid} of ${checkouts} checkouts are paid`];
  const broken = await brokenInvariants(stack.db);
  return { paid, drainedAfter, wrong: [...waiting, ...unlike, ...count, ...broken] };
}

async function readWaiting({ db }: FragileStack): Promise<string[]> {
  const rows = await db.execute<Waiting>(WAITING);
  return rows.map(({ what }) => `waits: ${what}`);
}

async function isPaidAtAlipay({ sandboxUrl }: FragileStack, outTradeNo: string): Promise<boolean> {
  const answer = await fetch(`${sandboxUrl}/control/alipay/trades/${outTradeNo}`);
  if (answer.status === 404) return false;
  return tradeSchema.parse(await answer.json()).paidAt !== null;
}
