import type { CartEntry } from '@/lib/domain/cart';

/** What the cart's action answered: the whole page has one, so that an answer outlives the line it is about. */
export type CartState =
  | { readonly status: 'idle' }
  | { readonly status: 'failed'; readonly message: string }
  | {
      readonly status: 'done';
      readonly message: string | null;
      /** The line that was just removed, with all that putting it back needs. */
      readonly undo: CartEntry | null;
    };

export const IDLE_CART: CartState = { status: 'idle' };
