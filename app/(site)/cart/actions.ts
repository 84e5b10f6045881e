'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction, visitorAction } from '@/lib/action';
import { requireViewer } from '@/lib/auth/guards';
import { currentCart } from '@/lib/current-cart';
import { pathOfProduct } from '@/lib/data/product-path';
import { cartCommandSchema, offerSchema } from '@/lib/domain/cart';
import { MALFORMED } from '@/lib/domain/form-fields';
import { errorMessage } from '@/lib/errors';
import { startBuyNow } from '@/lib/services/settlement/start-buy-now';
import { startSettlement } from '@/lib/services/settlement/start-settlement';
import { viewerCtx } from '@/lib/viewer-ctx';
import type { CartState } from './cart-state';

/** 加入购物车: fields `productId`, `pricePolicyId`. Visitors have a cart too. */
export const addToCart = visitorAction({ schema: offerSchema, message: '已加入购物车' }, async (_ctx, offer) =>
  (await currentCart()).add(offer),
);

/** 立即购买: the same fields. Leads to the settlement of this one product; a visitor signs in and comes back to it. */
export const buyNow = visitorAction({ schema: offerSchema }, async (_ctx, offer) => {
  const viewer = await requireViewer(await pathOfProduct(offer.productId));
  const started = await startBuyNow(await viewerCtx(viewer), offer);
  if (started.ok) redirect('/settlement');
  return started;
});

/** 去结算: the selected lines. A visitor signs in, finds the carts merged and goes on from there. */
export const checkOut = accountAction({ schema: z.object({}), from: '/cart?from=sign-in' }, async (ctx) => {
  const started = await startSettlement(ctx);
  if (started.ok) redirect('/settlement');
  refresh();
  return started;
});

/** Every other form of the cart page: field `intent` and what it needs. */
export async function changeCart(_previous: CartState, form: FormData): Promise<CartState> {
  const command = cartCommandSchema.safeParse(Object.fromEntries(form));
  if (!command.success) return { status: 'failed', message: MALFORMED };
  const changed = await (await currentCart()).change(command.data);
  refresh();
  if (!changed.ok) return { status: 'failed', message: errorMessage(changed.error) };
  const { removed, cleanedUp } = changed.value;
  if (cleanedUp !== undefined) return { status: 'done', message: `已清理 ${cleanedUp} 门失效课程`, undo: null };
  return { status: 'done', message: removed ? `已移除「${removed.name}」` : null, undo: removed ?? null };
}
