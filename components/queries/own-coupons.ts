'use client';

import { useQuery } from '@tanstack/react-query';
import type { OwnCoupons } from '@/lib/domain/coupon-offer';
import { useMe } from './me';

/** Invalidate this after a claim. */
export const OWN_COUPONS_KEY = ['own-coupons'] as const;

const isOwnCoupons = (value: unknown): value is OwnCoupons =>
  typeof value === 'object' && value !== null && 'wallet' in value && 'held' in value;

async function fetchOwnCoupons(productId: number, signal: AbortSignal): Promise<OwnCoupons> {
  const response = await fetch(`/api/coupons/${productId}`, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`/api/coupons answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isOwnCoupons(body)) throw new Error('/api/coupons answered something else');
  return body;
}

/** What the one who looks has of the coupons that fit a product. A visitor has none, and asks for none. */
export function useOwnCoupons(productId: number): {
  /** Undefined until it is known who looks. */
  readonly isSignedIn: boolean | undefined;
  readonly own: OwnCoupons | undefined;
} {
  const me = useMe();
  const isSignedIn = me && me.viewer !== null;
  const { data } = useQuery({
    queryKey: [...OWN_COUPONS_KEY, productId],
    queryFn: ({ signal }) => fetchOwnCoupons(productId, signal),
    enabled: isSignedIn === true,
    staleTime: 0,
    gcTime: 0,
  });
  return { isSignedIn, own: isSignedIn ? data : undefined };
}
