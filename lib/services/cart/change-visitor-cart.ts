import type { Db } from '@/db/client';
import type { CartCommand, OfferIds } from '@/lib/domain/cart';
import { dropProducts, putEntry, setPolicy, setSelected, type VisitorCart } from '@/lib/domain/visitor-cart';
import { err, ok, type Result } from '@/lib/errors';
import type { CartChange, CartError } from './change-cart';
import { checkOffer } from './check-offer';
import { readOffers } from './read-offers';

/** A visitor's cart after a command; whoever asked keeps it. */
interface ChangedVisitorCart {
  readonly cart: VisitorCart;
  readonly change: CartChange;
}

/** As addItem does for an account: checked, selected, one line a product. */
export async function addToVisitorCart(
  db: Db,
  cart: VisitorCart,
  offer: OfferIds,
): Promise<Result<VisitorCart, CartError>> {
  const checked = await checkOffer(db, offer);
  if (!checked.ok) return checked;
  const put = putEntry(cart, { ...offer, isSelected: true });
  return put ? ok(put) : err('CART_FULL', { detail: '购物车已满，登录后可以放更多课程' });
}

/** As changeCart does for an account. */
export async function changeVisitorCart(
  db: Db,
  cart: VisitorCart,
  command: CartCommand,
): Promise<Result<ChangedVisitorCart, CartError>> {
  const plain = (changed: VisitorCart) => ok({ cart: changed, change: {} });
  switch (command.intent) {
    case 'select':
      return plain(setSelected(cart, command.isSelected, command.productId));
    case 'select-all':
      return plain(setSelected(cart, command.isSelected));
    case 'change-policy': {
      const checked = await checkOffer(db, command);
      return checked.ok ? plain(setPolicy(cart, command)) : checked;
    }
    case 'restore': {
      const { productId, pricePolicyId, isSelected } = command;
      const put = putEntry(cart, { productId, pricePolicyId, isSelected });
      return put ? plain(put) : err('CART_FULL');
    }
    case 'remove':
      return ok(await removeEntry(db, cart, command.productId));
    case 'clean-up': {
      const offers = await readOffers(db, cart);
      const invalid = cart.filter((entry) => offers(entry)?.problem !== null).map((entry) => entry.productId);
      return ok({ cart: dropProducts(cart, invalid), change: { cleanedUp: invalid.length } });
    }
  }
}

async function removeEntry(db: Db, cart: VisitorCart, productId: number): Promise<ChangedVisitorCart> {
  const entry = cart.find((candidate) => candidate.productId === productId);
  if (!entry) return { cart, change: {} };
  const name = (await readOffers(db, [entry]))(entry)?.name ?? '课程';
  return { cart: dropProducts(cart, [productId]), change: { removed: { ...entry, name } } };
}
