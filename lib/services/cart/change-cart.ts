import type { CartCommand } from '@/lib/domain/cart';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { changePolicy } from './change-policy';
import type { OfferError } from './check-offer';
import { cleanUp } from './clean-up';
import { type RemovedItem, removeItem } from './remove-item';
import { restoreItem } from './restore-item';
import { selectItems } from './select-items';

export type CartError = OfferError | 'CART_FULL';

/** What a command did beyond what the list shows by itself. */
export interface CartChange {
  readonly removed?: RemovedItem;
  readonly cleanedUp?: number;
}

/** Runs one command of the cart page on the account's cart. */
export async function changeCart(ctx: AccountCtx, command: CartCommand): Promise<Result<CartChange, CartError>> {
  switch (command.intent) {
    case 'change-policy':
      return plain(await changePolicy(ctx, command));
    case 'select':
    case 'select-all':
      await selectItems(ctx, command);
      return ok({});
    case 'restore':
      return plain(await restoreItem(ctx, command));
    case 'remove': {
      const removed = await removeItem(ctx, command);
      return ok(removed === null ? {} : { removed });
    }
    case 'clean-up':
      return ok({ cleanedUp: await cleanUp(ctx) });
  }
}

const plain = (result: Result<null, CartError>): Result<CartChange, CartError> => (result.ok ? ok({}) : result);
