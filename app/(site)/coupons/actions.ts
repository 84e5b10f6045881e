'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { clientAddress } from '@/lib/auth/client-address';
import { idField } from '@/lib/domain/form-fields';
import { typedCodeSchema } from '@/lib/domain/typed-code';
import { claimCoupon } from '@/lib/services/coupon/claim-coupon';
import { redeemCode } from '@/lib/services/coupon/redeem-code';

/** 领取: field `couponId`. A visitor signs in and comes back to the coupon centre. */
export const claim = accountAction(
  { schema: z.object({ couponId: idField }), from: '/coupons', message: '领取成功，已放入「我的优惠券」' },
  async (ctx, input) => {
    const claimed = await claimCoupon(ctx, input);
    refresh();
    return claimed;
  },
);

/** 兑换: field `voucher`, a code. */
export const redeem = accountAction(
  { schema: z.object({ voucher: typedCodeSchema }), from: '/coupons', message: '兑换成功，已放入「我的优惠券」' },
  async (ctx, { voucher }) => {
    const redeemed = await redeemCode(ctx, { code: voucher, address: clientAddress(await headers()) });
    if (redeemed.ok) refresh();
    return redeemed;
  },
);
