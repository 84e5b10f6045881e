'use client';

import { useSyncExternalStore } from 'react';
import { useOwnCoupons } from '@/components/queries/own-coupons';
import { type CouponOffer, isClaimable, promisedCopy } from '@/lib/domain/coupon-offer';
import { type PriceAlone, priceAlone } from '@/lib/domain/coupon-price';
import { fen } from '@/lib/domain/money';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';

export interface OfferOnPage {
  readonly offer: CouponOffer;
  readonly held: number;
  readonly canClaim: boolean;
}

export interface ProductCoupons {
  readonly offers: readonly OfferOnPage[];
  readonly isSignedIn: boolean | undefined;
  /** The best price of the product alone at a list price in fen, with what one has and could claim today. */
  readonly priceOf: (listFen: number) => PriceAlone;
}

const never = () => () => {};

/** The static page's coupons as they are today, and for the one who looks. `renderedOn`: the day the page was made. */
export function useProductCoupons(productId: number, offered: readonly CouponOffer[], renderedOn: Day): ProductCoupons {
  const today = useSyncExternalStore(
    never,
    () => shanghaiDay(new Date()),
    () => renderedOn,
  );
  const { isSignedIn, own } = useOwnCoupons(productId);
  const offers = offered.flatMap((offer) => {
    const held = own?.held[offer.couponId] ?? 0;
    const isOpen = isClaimable(offer, 0, today);
    return isOpen ? [{ offer, held, canClaim: isClaimable(offer, held, today) }] : [];
  });
  const promised = offers.filter(({ canClaim }) => canClaim).map(({ offer }) => promisedCopy(offer, today));
  const wallet = [...(own?.wallet ?? []), ...promised];
  const priceOf = (listFen: number) => priceAlone({ productId, listFen: fen(listFen) }, wallet, today);
  // Someone signed in whose coupons are not there yet counts as unknown: their buttons would promise too much.
  return { offers, isSignedIn: isSignedIn && !own ? undefined : isSignedIn, priceOf };
}
