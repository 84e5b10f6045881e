import 'server-only';
import { cookies } from 'next/headers';
import { secureCookies } from './auth/session-cookie';
import type { Viewer } from './auth/viewer';
import { readVisitorCart, type VisitorCart, writeVisitorCart } from './domain/visitor-cart';
import { mergeCart } from './services/cart/merge-cart';
import { viewerCtx } from './viewer-ctx';

const COOKIE = 'luffy.cart';
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** The cart of someone who is not signed in. Readable anywhere on the server. */
export async function visitorCart(): Promise<VisitorCart> {
  return readVisitorCart((await cookies()).get(COOKIE)?.value);
}

/** Only in an action or a route handler: a page cannot set cookies. */
export async function saveVisitorCart(cart: VisitorCart): Promise<void> {
  const jar = await cookies();
  if (cart.length === 0) {
    jar.delete(COOKIE);
    return;
  }
  jar.set(COOKIE, writeVisitorCart(cart), {
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies(),
    path: '/',
    maxAge: THIRTY_DAYS,
  });
}

/**
 * Hands the visitor's cart over to the account that just signed in; call it once the session exists. The cookie goes
 * only after the merge is committed: a failure in between merges again, which changes nothing.
 */
export async function adoptVisitorCart(viewer: Pick<Viewer, 'id' | 'role'>): Promise<void> {
  const cart = await visitorCart();
  if (cart.length === 0) return;
  await mergeCart(await viewerCtx(viewer), cart);
  await saveVisitorCart([]);
}
