import type { CouponDraft } from '@/lib/domain/admin/coupon-draft';
import { COUPON_CHANNELS, COUPON_KINDS } from '@/lib/domain/coupon-kinds';

/** What every field of the form is given. */
export interface DraftProps {
  readonly draft: CouponDraft;
  readonly change: (part: Partial<CouponDraft>) => void;
}

type Values = Readonly<Record<string, string>>;

/** What the form begins with, or what was typed before it was refused without JavaScript. */
export function draftFrom(start: CouponDraft, values: Values): CouponDraft {
  const text = (name: keyof CouponDraft) => values[name] ?? start[name];
  return {
    name: text('name'),
    brief: text('brief'),
    kind: COUPON_KINDS.find((kind) => kind === values.kind) ?? start.kind,
    channel: COUPON_CHANNELS.find((channel) => channel === values.channel) ?? start.channel,
    product: text('product'),
    value: text('value'),
    minimum: text('minimum'),
    rate: text('rate'),
    cap: text('cap'),
    quantity: text('quantity'),
    perAccountLimit: text('perAccountLimit'),
    claimFrom: text('claimFrom'),
    claimUntil: text('claimUntil'),
    validity: values.validity === 'days' || values.validity === 'dates' ? values.validity : start.validity,
    validFrom: text('validFrom'),
    validUntil: text('validUntil'),
    validDays: text('validDays'),
  };
}
