import type { Ctx } from '../ctx';
import { takeTurn } from '../throttle/take-turn';

const QUESTIONS_A_MINUTE = 10;

/** Whether the gateway may be asked about an order now; counts the question. */
export const allowAsking = (ctx: Ctx, orderId: number): Promise<boolean> =>
  takeTurn(ctx, { key: `payment:ask:${orderId}`, limit: QUESTIONS_A_MINUTE, windowSeconds: 60 });
