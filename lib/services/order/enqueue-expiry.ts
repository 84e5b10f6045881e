import type { Db } from '@/db/client';
import { enqueue } from '../enqueue';

/** Leaves the job that ends an order nobody paid in time, once an order. */
export async function enqueueExpiry(db: Db, order: { readonly id: number; readonly expiresAt: Date }): Promise<void> {
  await enqueue(db, 'order.expire', { orderId: order.id }, { key: `order:${order.id}:expire`, runAt: order.expiresAt });
}
