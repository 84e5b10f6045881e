import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { reconciliationCase } from '@/db/schema';
import { found, hourOf, reconcileWith, someDay } from '@/tests/support/reconciliation';
import { mintPaidOrder } from '@/tests/support/refund-factories';

/** A day that was compared, with a difference of each kind; the case is one we have money of. */
export async function mintBillDay(db: Database): Promise<{ readonly day: string; readonly id: string }> {
  const day = someDay();
  const [agrees, differs] = [
    await mintPaidOrder(db, { now: hourOf(day, 12) }),
    await mintPaidOrder(db, { now: hourOf(day, 13) }),
  ].map(({ attempt: { outTradeNo, amountFen } }) => ({ outTradeNo, amountFen }));
  await mintPaidOrder(db, { now: hourOf(day, 14) });
  if (!agrees || !differs) throw new Error('no payments');
  const foreign = { outTradeNo: `E2E_${randomInt(1e9)}`, amountFen: 8800 };
  await reconcileWith(db, day, found([agrees, { ...differs, amountFen: 1 }, foreign]));
  const [row] = await db
    .select()
    .from(reconciliationCase)
    .where(eq(reconciliationCase.subject, `payment:${differs.outTradeNo}`));
  return { day, id: String(row?.id) };
}
