import type { SettlementCommand } from '@/lib/domain/settlement-command';
import type { Result } from '@/lib/errors';
import type { OfferError } from '../cart/check-offer';
import type { AccountCtx } from '../ctx';
import { applyBest } from './apply-best';
import { changeLinePolicy } from './change-line-policy';
import { chooseLineCoupon } from './choose-line-coupon';
import { chooseOrderCoupon } from './choose-order-coupon';
import type { NotOpen } from './in-open-settlement';
import { removeLine } from './remove-line';
import { setBeli } from './set-beli';

export type ChangeSettlementError = NotOpen | 'COUPON_NOT_USABLE' | OfferError;

/** Runs one command of the settlement page on the open settlement it was shown. */
export async function changeSettlement(
  ctx: AccountCtx,
  command: SettlementCommand,
): Promise<Result<null, ChangeSettlementError>> {
  switch (command.intent) {
    case 'change-policy':
      return thenFollow(ctx, command.settlementId, await changeLinePolicy(ctx, command));
    case 'remove-line':
      return thenFollow(ctx, command.settlementId, await removeLine(ctx, command));
    case 'line-coupon':
      return chooseLineCoupon(ctx, command);
    case 'order-coupon':
      return chooseOrderCoupon(ctx, command);
    case 'best-coupons':
      return applyBest(ctx, command.settlementId, 'restore');
    case 'beli':
      return setBeli(ctx, command);
  }
}

/** Other prices may have another best combination. Done is done: an order placed meanwhile needs none. */
async function thenFollow<C extends ChangeSettlementError>(
  ctx: AccountCtx,
  settlementId: number,
  changed: Result<null, C>,
): Promise<Result<null, C>> {
  if (changed.ok) await applyBest(ctx, settlementId, 'follow');
  return changed;
}
