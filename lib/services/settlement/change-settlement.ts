import type { SettlementCommand } from '@/lib/domain/settlement-command';
import type { Result } from '@/lib/errors';
import type { OfferError } from '../cart/check-offer';
import type { AccountCtx } from '../ctx';
import { changeLinePolicy } from './change-line-policy';
import { chooseLineCoupon } from './choose-line-coupon';
import { chooseOrderCoupon } from './choose-order-coupon';
import { removeLine } from './remove-line';
import { setBeli } from './set-beli';

export type ChangeSettlementError = 'NO_OPEN_SETTLEMENT' | 'COUPON_NOT_USABLE' | OfferError;

/** Runs one command of the settlement page on the account's open settlement. */
export async function changeSettlement(
  ctx: AccountCtx,
  command: SettlementCommand,
): Promise<Result<null, ChangeSettlementError>> {
  switch (command.intent) {
    case 'change-policy':
      return changeLinePolicy(ctx, command);
    case 'remove-line':
      return removeLine(ctx, command);
    case 'line-coupon':
      return chooseLineCoupon(ctx, command);
    case 'order-coupon':
      return chooseOrderCoupon(ctx, command);
    case 'beli':
      return setBeli(ctx, command);
  }
}
