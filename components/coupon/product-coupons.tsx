'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { startTransition, useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { useHydrated } from '@/components/forms/use-hydrated';
import { OWN_COUPONS_KEY } from '@/components/queries/own-coupons';
import { Button } from '@/components/ui/button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { offeredDays, shortRule } from '@/lib/domain/coupon-words';
import type { OfferOnPage } from './use-product-coupons';

type ClaimAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface ProductCouponsProps {
  offers: readonly OfferOnPage[];
  isSignedIn: boolean | undefined;
  claim: ClaimAction;
}

const MOST_CHIPS = 3;

/** 领券: what fits this product, folded to one row. Inside the purchase form, so its buttons send nothing themselves. */
export function ProductCoupons({ offers, isSignedIn, claim }: ProductCouponsProps) {
  const queryClient = useQueryClient();
  const [state, submit, isPending] = useActionState(async (previous: ActionState, form: FormData) => {
    const answer = await claim(previous, form);
    await queryClient.invalidateQueries({ queryKey: OWN_COUPONS_KEY });
    return answer;
  }, IDLE);
  if (offers.length === 0) return null;
  const take = (couponId: number) => {
    const form = new FormData();
    form.set('couponId', String(couponId));
    startTransition(() => submit(form));
  };
  return (
    <details className="group rounded-md border">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-3 [&::-webkit-details-marker]:hidden">
        <span className="shrink-0 font-medium text-sm">领券</span>
        <span className="flex h-6 min-w-0 flex-1 flex-wrap gap-x-1.5 overflow-hidden">
          {offers.slice(0, MOST_CHIPS).map(({ offer }) => (
            <span
              key={offer.couponId}
              className="inline-flex h-6 items-center whitespace-nowrap rounded-sm bg-primary-soft px-1.5 text-primary-ink text-xs tabular-nums"
            >
              {shortRule(offer.rule)}
            </span>
          ))}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted-foreground group-open:rotate-180" />
      </summary>
      <ActionNotice state={state} />
      <ul className="max-h-80 divide-y overflow-y-auto border-t">
        {offers.map((shown) => (
          <li key={shown.offer.couponId} className="flex items-center justify-between gap-3 px-3 py-2">
            <OfferText shown={shown} />
            <TakeButton shown={shown} isSignedIn={isSignedIn} isPending={isPending} onTake={take} />
          </li>
        ))}
      </ul>
      <p className="border-t px-3">
        <Link
          href="/coupons"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-link text-sm underline underline-offset-4"
        >
          去领券中心看全部
        </Link>
      </p>
    </details>
  );
}

function OfferText({ shown: { offer } }: { shown: OfferOnPage }) {
  return (
    <div className="min-w-0">
      <p className="font-semibold text-primary-ink text-sm tabular-nums">{shortRule(offer.rule)}</p>
      <p className="break-words text-sm">{offer.name}</p>
      <p className="text-muted-foreground text-xs tabular-nums">{offeredDays(offer)}</p>
    </div>
  );
}

interface TakeButtonProps {
  shown: OfferOnPage;
  isSignedIn: boolean | undefined;
  isPending: boolean;
  onTake: (couponId: number) => void;
}

/** Until it is known who looks, and without JavaScript, the way is through the coupon centre. */
function TakeButton({ shown: { offer, held, canClaim }, isSignedIn, isPending, onTake }: TakeButtonProps) {
  const pathname = usePathname();
  const isHydrated = useHydrated();
  if (!canClaim) return <span className="shrink-0 text-muted-foreground text-sm">已领取</span>;
  if (isHydrated && isSignedIn) {
    return (
      <Button
        size="sm"
        className="shrink-0 whitespace-nowrap"
        disabled={isPending}
        aria-label={`领取「${offer.name}」`}
        onClick={() => onTake(offer.couponId)}
      >
        {held > 0 ? '再领一张' : '领取'}
      </Button>
    );
  }
  const isVisitor = isSignedIn === false;
  return (
    <Button asChild size="sm" variant="secondary" className="shrink-0 whitespace-nowrap">
      {isVisitor ? (
        <Link
          href={{ pathname: '/sign-in', query: { callbackUrl: pathname } }}
          prefetch={false}
          aria-label={`登录后领取「${offer.name}」`}
        >
          登录领取
        </Link>
      ) : (
        <Link href="/coupons" prefetch={false} aria-label={`去领券中心领取「${offer.name}」`}>
          去领取
        </Link>
      )}
    </Button>
  );
}
