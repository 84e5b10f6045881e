import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import type { Student } from '@/e2e/load/accounts';
import type { Browser } from '@/e2e/load/browser';
import { goToCashier, type Purchase, placeOrder } from '@/e2e/load/journey';
import type { FragileStack } from './fragile-stack';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 300;
/** Copies of each notify, sent at the same moment. */
const DUPLICATES = '2';

export interface Buyer {
  readonly student: Student;
  readonly browser: Browser;
  readonly purchase: Purchase;
}

/** Buys one course, however often the shop fails on the way: a page that does not come is asked for again. */
export async function buyStubbornly(stack: FragileStack, buyer: Buyer, giveUpAt: number): Promise<void> {
  for (;;) {
    try {
      const path =
        (await within(pendingPath(stack, buyer))) ?? (await within(placeOrder(buyer.browser, buyer.purchase)));
      if (path === 'paid') return;
      await within(payAt(await within(goToCashier(buyer.browser, path))));
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** The answer to 提交订单 may have been lost, and the order not. */
async function pendingPath({ db }: FragileStack, { student }: Buyer): Promise<`/pay/${string}` | 'paid' | null> {
  const rows = await db
    .select({ orderNo: order.orderNo, status: order.status })
    .from(order)
    .where(and(eq(order.accountId, student.id)));
  if (rows.some(({ status }) => status === 'paid')) return 'paid';
  const pending = rows.find(({ status }) => status === 'pending');
  return pending ? `/pay/${pending.orderNo}` : null;
}

async function payAt(payUrl: string): Promise<void> {
  const cashier = await fetch(payUrl);
  const page = await cashier.text();
  if (page.includes('订单已付款')) return;
  const form = new URLSearchParams({ duplicateNotify: DUPLICATES });
  const paid = await fetch(`${cashier.url}/pay`, { method: 'POST', body: form, redirect: 'manual' });
  const said = await paid.text();
  if (paid.status !== 303 && !said.includes('订单已付款'))
    throw new Error(`cashier: ${paid.status} ${said.slice(0, 200)}`);
}

/** A process that is killed leaves some questions without any answer. */
async function within<T>(work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const timeout = sleep(PATIENCE_MS, undefined, { signal: late.signal }).then((): never => {
    throw new Error('no answer');
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
    timeout.catch(() => {});
  }
}
