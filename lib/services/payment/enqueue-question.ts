import type { Db } from '@/db/client';
import { nextQuestion } from '@/lib/domain/payment-question';
import { enqueue } from '../enqueue';

interface Question {
  readonly paymentId: number;
  /** How often it was asked. */
  readonly asked: number;
  /** When the attempt can no longer be paid. */
  readonly expiresAt: Date;
}

/** Leaves the job that asks the gateway about an attempt when its time comes, once an attempt; none when it was the last. */
export async function enqueueQuestion(db: Db, { paymentId, asked, expiresAt }: Question, now: Date): Promise<void> {
  const runAt = nextQuestion(asked, now, expiresAt);
  if (runAt) await enqueue(db, 'payment.ask', { paymentId, asked }, { key: `payment:${paymentId}:ask`, runAt });
}
