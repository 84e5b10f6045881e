'use client';

import { startTransition, useActionState, useOptimistic } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { CommandsProvider } from '@/components/forms/command-form';
import { IDLE } from '@/lib/action-state';
import type { CentreCoupon } from '@/lib/data/coupon-offers';
import { type CentreState, centreState } from '@/lib/domain/centre-coupon';
import type { Day } from '@/lib/domain/shanghai-day';
import { claim } from '../actions';
import { CentreTicket } from './centre-ticket';

const SECTIONS = [
  { id: 'now', title: '可以领取', states: ['claimable', 'had'] },
  { id: 'soon', title: '即将开始', states: ['soon'] },
  { id: 'gone', title: '已经领完', states: ['sold_out'] },
] as const satisfies readonly { id: string; title: string; states: readonly CentreState[] }[];

interface CouponCentreProps {
  coupons: readonly CentreCoupon[];
  today: Day;
  isVisitor: boolean;
}

const oneMore = (coupons: readonly CentreCoupon[], couponId: number): readonly CentreCoupon[] =>
  coupons.map((coupon) =>
    coupon.couponId === couponId ? { ...coupon, held: coupon.held + 1, claimed: coupon.claimed + 1 } : coupon,
  );

/** What can be claimed, as it will be once the server has answered. */
export function CouponCentre({ coupons, today, isVisitor }: CouponCentreProps) {
  const [state, action] = useActionState(claim, IDLE);
  const [shown, preview] = useOptimistic(coupons, oneMore);
  const submit = (form: FormData) =>
    startTransition(() => {
      if (!isVisitor) preview(Number(form.get('couponId')));
      action(form);
    });
  return (
    <CommandsProvider action={action} submit={submit}>
      <ActionNotice state={state} />
      {SECTIONS.map(({ id, title, states }) => {
        const own = shown.filter((coupon) => states.some((one) => one === centreState(coupon, today)));
        if (own.length === 0) return null;
        return (
          <section key={id} aria-labelledby={`${id}-title`} className="grid gap-4">
            <h2 id={`${id}-title`} className="font-semibold text-lg">
              {title}
            </h2>
            <ul className="grid gap-4 md:grid-cols-2">
              {own.map((coupon) => (
                <li key={coupon.couponId}>
                  <CentreTicket coupon={coupon} today={today} isVisitor={isVisitor} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </CommandsProvider>
  );
}
