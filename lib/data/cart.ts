import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import { getViewer } from '@/lib/auth/viewer';
import { database, solver } from '@/lib/context';
import type { CartEntry } from '@/lib/domain/cart';
import type { CartLine } from '@/lib/domain/cart-line';
import { visitorCart } from '@/lib/visitor-cart';
import { type CartCoupons, readCartCoupons } from './cart-coupons';
import { readCartLines } from './cart-lines';

export interface Cart {
  readonly isVisitor: boolean;
  readonly lines: readonly CartLine[];
  readonly coupons: CartCoupons;
}

/** The cart of whoever asks: the account's, or the visitor's from its cookie. Newest first. */
export async function getCart(): Promise<Cart> {
  const viewer = await getViewer();
  const entries = viewer ? await accountEntries(viewer.id) : await visitorCart();
  const whose = { accountId: viewer?.id ?? null, now: new Date() };
  const lines = await readCartLines(database(), entries, whose);
  const coupons = await readCartCoupons({ db: database(), solve: solver(), ...whose }, lines);
  return { isVisitor: viewer === null, lines, coupons };
}

/** How many lines the cart holds, for the badge in the header. */
export async function countCart(accountId: number | null): Promise<number> {
  if (accountId === null) return (await visitorCart()).length;
  return database().$count(cartItem, eq(cartItem.accountId, accountId));
}

function accountEntries(accountId: number): Promise<CartEntry[]> {
  return database()
    .select({
      productId: cartItem.productId,
      pricePolicyId: cartItem.pricePolicyId,
      isSelected: cartItem.isSelected,
    })
    .from(cartItem)
    .where(eq(cartItem.accountId, accountId))
    .orderBy(desc(cartItem.addedAt), desc(cartItem.id));
}
