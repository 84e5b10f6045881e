import { Badge } from '@/components/ui/badge';
import { COUPON_STATE_LABELS, type CouponState } from '@/lib/domain/admin/coupon-search';

const TONES = {
  now: 'success',
  soon: 'info',
  over: 'neutral',
  sold_out: 'gold',
  stopped: 'danger',
} as const satisfies Record<CouponState, string>;

export function CouponStateBadge({ state }: { state: CouponState }) {
  return <Badge tone={TONES[state]}>{COUPON_STATE_LABELS[state]}</Badge>;
}
