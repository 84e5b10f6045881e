import { z } from 'zod';
import { type ApiError, apiError } from './api-error';
import type { WechatContext } from './context';

/** What is counted by itself, for the whole account. */
export const QUOTA_KINDS = ['custom', 'template', 'subscribe', 'qrcode', 'menu'] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** At most so many a Beijing day, and a minute; null: no limit is known. */
export const quotaLimitSchema = z.strictObject({ day: z.int().min(0), minute: z.int().min(0).nullable() });
export type QuotaLimit = z.infer<typeof quotaLimitSchema>;

/** As documented for an account that has passed verification. */
const QUOTA_LIMITS: Readonly<Record<QuotaKind, QuotaLimit>> = {
  custom: { day: 500_000, minute: null },
  template: { day: 100_000, minute: null },
  subscribe: { day: 100_000, minute: null },
  qrcode: { day: 100_000, minute: null },
  menu: { day: 1000, minute: null },
};

export interface Quota {
  limit: QuotaLimit;
  /** Calls that did something, in the newest day and minute that had any. */
  day: number;
  today: number;
  minute: number;
  thisMinute: number;
}

export function newQuotas(): Record<QuotaKind, Quota> {
  const fresh = (kind: QuotaKind): Quota => ({ limit: QUOTA_LIMITS[kind], day: 0, today: 0, minute: 0, thisMinute: 0 });
  return {
    custom: fresh('custom'),
    template: fresh('template'),
    subscribe: fresh('subscribe'),
    qrcode: fresh('qrcode'),
    menu: fresh('menu'),
  };
}

export function countUse(quota: Quota, at: number): void {
  const { today, thisMinute } = usedNow(quota, at);
  quota.day = beijingDay(at);
  quota.today = today + 1;
  quota.minute = minuteOf(at);
  quota.thisMinute = thisMinute + 1;
}

export function usedNow(quota: Quota, at: number): { readonly today: number; readonly thisMinute: number } {
  return {
    today: quota.day === beijingDay(at) ? quota.today : 0,
    thisMinute: quota.minute === minuteOf(at) ? quota.thisMinute : 0,
  };
}

/** 45009 until midnight in Beijing, 45011 until the minute is over. */
export function quotaRefusal(ctx: WechatContext, kind: QuotaKind): ApiError | null {
  const quota = ctx.store.state.quotas[kind];
  const used = usedNow(quota, ctx.runtime.now());
  if (used.today >= quota.limit.day) return apiError(45009);
  return quota.limit.minute !== null && used.thisMinute >= quota.limit.minute ? apiError(45011) : null;
}

export function beijingDay(at: number): number {
  return Math.floor((at + 8 * 3_600_000) / 86_400_000);
}

function minuteOf(at: number): number {
  return Math.floor(at / 60_000);
}
