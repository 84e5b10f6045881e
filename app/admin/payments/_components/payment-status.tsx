import { Badge } from '@/components/ui/badge';
import { PAYMENT_STATUS_LABELS } from '@/lib/domain/payment-labels';
import type { PaymentStatus } from '@/lib/domain/states';

const TONES = {
  created: 'neutral',
  paid: 'success',
  closed: 'neutral',
  late: 'danger',
  refunded: 'info',
} as const satisfies Record<PaymentStatus, string>;

export function PaymentStatusBadge({ status }: { status: PaymentStatus }) {
  return <Badge tone={TONES[status]}>{PAYMENT_STATUS_LABELS[status]}</Badge>;
}
