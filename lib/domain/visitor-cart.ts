import { z } from 'zod';
import { type CartEntry, MAX_VISITOR_LINES, type OfferIds } from './cart';

/** Newest first, one entry a product. */
export type VisitorCart = readonly CartEntry[];

const id = z.int().positive();
/** As it travels in the cookie: ids and a flag, nothing a visitor could gain by forging. */
const storedSchema = z.array(z.tuple([id, id, z.union([z.literal(0), z.literal(1)])])).max(MAX_VISITOR_LINES);

export const writeVisitorCart = (cart: VisitorCart): string =>
  JSON.stringify(
    cart.map((entry) => [entry.productId, entry.pricePolicyId, entry.isSelected ? 1 : 0]) satisfies z.input<
      typeof storedSchema
    >,
  );

/** Anything that is not a cart we could have written reads as an empty one. */
export function readVisitorCart(text: string | undefined): VisitorCart {
  if (text === undefined) return [];
  const parsed = storedSchema.safeParse(parseJson(text));
  if (!parsed.success) return [];
  const entries = parsed.data.map(([productId, pricePolicyId, flag]) => ({
    productId,
    pricePolicyId,
    isSelected: flag === 1,
  }));
  return entries.filter((entry, i) => entries.findIndex((other) => other.productId === entry.productId) === i);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const has = (cart: VisitorCart, productId: number) => cart.some((entry) => entry.productId === productId);

/** With the entry in front, or in its old place with the new policy; null when the cart is full. */
export function putEntry(cart: VisitorCart, entry: CartEntry): VisitorCart | null {
  if (has(cart, entry.productId)) return cart.map((old) => (old.productId === entry.productId ? entry : old));
  return cart.length < MAX_VISITOR_LINES ? [entry, ...cart] : null;
}

export const setPolicy = (cart: VisitorCart, offer: OfferIds): VisitorCart =>
  cart.map((entry) => (entry.productId === offer.productId ? { ...entry, ...offer } : entry));

export const setSelected = (cart: VisitorCart, isSelected: boolean, productId?: number): VisitorCart =>
  cart.map((entry) => (productId === undefined || entry.productId === productId ? { ...entry, isSelected } : entry));

export const dropProducts = (cart: VisitorCart, productIds: readonly number[]): VisitorCart =>
  cart.filter((entry) => !productIds.includes(entry.productId));
