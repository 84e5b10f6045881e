import type { Db } from '@/db/client';
import { enqueue } from '../enqueue';

/** Leaves the job that gives the money of an approved refund back. */
export async function enqueueRefund(db: Db, refundId: number): Promise<void> {
  await enqueue(db, 'refund.send', { refundId }, { key: `refund:${refundId}` });
}
