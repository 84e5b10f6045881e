import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account } from '@/db/schema';

/** The first lock of everything that changes what one account has: its cart, settlement, orders, coupons, 贝里. */
export async function lockAccount(tx: Db, accountId: number): Promise<void> {
  await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for('no key update');
}
