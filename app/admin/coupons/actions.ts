'use server';

import { redirect } from 'next/navigation';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { couponPath, grantPath } from '@/lib/domain/admin/coupon-search';
import {
  codesSchema,
  couponCommandSchema,
  couponSchema,
  grantListSchema,
  grantSchema,
  newCouponSchema,
} from '@/lib/domain/coupon-form';
import { changeCoupon as changeCouponOf } from '@/lib/services/admin-coupon/change-coupon';
import { confirmGrant as confirmGrantOf } from '@/lib/services/admin-coupon/confirm-grant';
import { createCoupon as createCouponOf } from '@/lib/services/admin-coupon/create-coupon';
import { generateCodes as generateCodesOf } from '@/lib/services/admin-coupon/generate-codes';
import { prepareGrant as prepareGrantOf } from '@/lib/services/admin-coupon/prepare-grant';
import { stopCoupon as stopCouponOf } from '@/lib/services/admin-coupon/stop-coupon';

export const createCoupon = adminAction({ schema: newCouponSchema }, async (ctx, input) => {
  const created = await createCouponOf(ctx, input);
  if (!created.ok) return created;
  redirect(couponPath(created.value));
});

export const changeCoupon = adminAction({ schema: couponSchema, message: '优惠券已保存' }, async (ctx, input) =>
  shown(await changeCouponOf(ctx, input)),
);

export const stopCoupon = adminAction({ schema: couponCommandSchema, message: '已停止发放' }, async (ctx, input) =>
  shown(await stopCouponOf(ctx, input)),
);

export const generateCodes = adminAction({ schema: codesSchema, message: '兑换码已生成' }, async (ctx, input) =>
  shown(await generateCodesOf(ctx, input)),
);

/** Leads to the preview of what will happen. */
export const prepareGrant = adminAction({ schema: grantListSchema }, async (ctx, input) => {
  const prepared = await prepareGrantOf(ctx, input);
  if (!prepared.ok) return prepared;
  redirect(grantPath(input.id, prepared.value.grantId));
});

export const confirmGrant = adminAction({ schema: grantSchema, message: '已发放' }, async (ctx, input) =>
  shown(await confirmGrantOf(ctx, input)),
);
