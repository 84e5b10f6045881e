import { Badge } from '@/components/ui/badge';
import { ORDER_STATUS_LABELS, type OrderStatus } from '@/lib/domain/states';

const TONES = {
  pending: 'gold',
  paid: 'success',
  partially_refunded: 'info',
  refunded: 'info',
  cancelled: 'neutral',
  expired: 'neutral',
} as const satisfies Record<OrderStatus, string>;

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return <Badge tone={TONES[status]}>{ORDER_STATUS_LABELS[status]}</Badge>;
}
