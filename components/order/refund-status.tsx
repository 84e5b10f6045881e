import { Badge } from '@/components/ui/badge';
import { REFUND_STATUS_LABELS, type RefundStatus } from '@/lib/domain/states';

const TONES = {
  requested: 'gold',
  rejected: 'neutral',
  approved: 'info',
  sending: 'info',
  unknown: 'info',
  succeeded: 'success',
  failed: 'danger',
} as const satisfies Record<RefundStatus, string>;

export function RefundStatusBadge({ status }: { status: RefundStatus }) {
  return <Badge tone={TONES[status]}>{REFUND_STATUS_LABELS[status]}</Badge>;
}
