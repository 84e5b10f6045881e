'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ShoppingCart } from 'lucide-react';
import Link from 'next/link';
import { useActionState, useEffect, useState } from 'react';
import { PriceAfterCoupons } from '@/components/coupon/price-after-coupons';
import { ProductCoupons } from '@/components/coupon/product-coupons';
import { useProductCoupons } from '@/components/coupon/use-product-coupons';
import { ME_KEY } from '@/components/queries/me';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { StickyTotalBar } from '@/components/ui/sticky-total-bar';
import { type ActionState, IDLE } from '@/lib/action-state';
import { formatValidDays } from '@/lib/domain/catalogue';
import type { CouponOffer } from '@/lib/domain/coupon-offer';
import { formatYuan } from '@/lib/domain/money';
import { type PriceChoice, recommendedPolicy } from '@/lib/domain/price-choice';
import type { Day } from '@/lib/domain/shanghai-day';
import { BarTotal } from './bar-total';
import { PolicyCards } from './policy-cards';

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface PurchaseFormProps {
  productId: number;
  policies: readonly PriceChoice[];
  /** Recommended days of study. */
  studyDays: number;
  addToCart: FormAction;
  buyNow: FormAction;
  /** What everyone may claim for it, as of the day the page was made. */
  coupons: { readonly offers: readonly CouponOffer[]; readonly renderedOn: Day; readonly claim: FormAction };
}

/** Chooses a validity period and buys. Without JavaScript the two buttons are two ways to send the same form. */
export function PurchaseForm({ productId, policies, studyDays, addToCart, buyNow, coupons }: PurchaseFormProps) {
  const recommended = recommendedPolicy(policies, studyDays);
  const [chosenId, setChosenId] = useState(recommended?.id);
  const [added, add, isAdding] = useActionState(addToCart, IDLE);
  const [bought, buy, isBuying] = useActionState(buyNow, IDLE);
  useRefreshedBadge(added);
  const chosen = policies.find(({ id }) => id === chosenId);
  const { offers, isSignedIn, priceOf } = useProductCoupons(productId, coupons.offers, coupons.renderedOn);
  const price = chosen && priceOf(chosen.priceFen);
  const pending = isAdding || isBuying;
  const buttons = (
    <>
      <Button
        type="submit"
        variant="secondary"
        disabled={pending}
        aria-busy={isAdding || undefined}
        className="max-sm:px-4"
      >
        <ShoppingCart aria-hidden className="size-4 max-sm:hidden" />
        加入购物车
      </Button>
      <Button
        type="submit"
        formAction={buy}
        disabled={pending}
        aria-busy={isBuying || undefined}
        className="max-sm:px-4"
      >
        立即购买
      </Button>
    </>
  );
  return (
    <form action={add} className="grid gap-4">
      <input type="hidden" name="productId" value={productId} />
      <PolicyCards policies={policies} chosenId={chosenId} recommendedId={recommended?.id} onChoose={setChosenId} />
      <ProductCoupons offers={offers} isSignedIn={isSignedIn} claim={coupons.claim} />
      {price && <PriceAfterCoupons price={price} />}
      <div className="grid gap-2 max-lg:hidden">{buttons}</div>
      {added.status === 'done' ? <Added /> : <FormMessage state={added} />}
      <FormMessage state={bought} />
      <StickyTotalBar
        total={
          chosen && (
            <BarTotal
              fen={chosen.priceFen}
              note={
                price && price.coupons.length > 0
                  ? `券后 ${formatYuan(price.payableFen)}`
                  : formatValidDays(chosen.validDays)
              }
              isAdded={added.status === 'done'}
            />
          )
        }
        action={<span className="flex gap-2">{buttons}</span>}
      />
    </form>
  );
}

/** The badge in the header counts again after something was added. */
function useRefreshedBadge(added: ActionState) {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (added.status === 'done') void queryClient.invalidateQueries({ queryKey: ME_KEY });
  }, [added, queryClient]);
}

function Added() {
  return (
    <Alert role="status" tone="success">
      已加入购物车。
      <Link href="/cart" className="inline-flex min-h-9 items-center font-semibold underline underline-offset-4">
        去购物车结算
      </Link>
    </Alert>
  );
}
