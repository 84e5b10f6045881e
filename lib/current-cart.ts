import 'server-only';
import { getViewer, type Viewer } from './auth/viewer';
import { database } from './context';
import type { CartCommand, OfferIds } from './domain/cart';
import { ok, type Result } from './errors';
import { addItem } from './services/cart/add-item';
import { type CartChange, type CartError, changeCart } from './services/cart/change-cart';
import { addToVisitorCart, changeVisitorCart } from './services/cart/change-visitor-cart';
import { viewerCtx } from './viewer-ctx';
import { adoptVisitorCart, saveVisitorCart, visitorCart } from './visitor-cart';

/** The cart of whoever sends the request. Only in an action: a visitor's lives in a cookie. */
interface CurrentCart {
  readonly add: (offer: OfferIds) => Promise<Result<null, CartError>>;
  readonly change: (command: CartCommand) => Promise<Result<CartChange, CartError>>;
}

export async function currentCart(): Promise<CurrentCart> {
  const viewer = await getViewer();
  return viewer ? accountCart(viewer) : cookieCart;
}

async function accountCart(viewer: Viewer): Promise<CurrentCart> {
  // Nothing to do as a rule: signing in did it. It is here for a sign-in that broke off in between.
  await adoptVisitorCart(viewer);
  const ctx = await viewerCtx(viewer);
  return { add: (offer) => addItem(ctx, offer), change: (command) => changeCart(ctx, command) };
}

const cookieCart: CurrentCart = {
  add: async (offer) => {
    const added = await addToVisitorCart(database(), await visitorCart(), offer);
    if (!added.ok) return added;
    await saveVisitorCart(added.value);
    return ok(null);
  },
  change: async (command) => {
    const changed = await changeVisitorCart(database(), await visitorCart(), command);
    if (!changed.ok) return changed;
    await saveVisitorCart(changed.value.cart);
    return ok(changed.value.change);
  },
};
