import { Badge } from '@/components/ui/badge';
import { MESSAGE_STATUS_LABELS, type MessageStatus } from '@/lib/domain/message';

const TONES = {
  waiting_for_bind: 'gold',
  queued: 'info',
  sending: 'info',
  accepted: 'success',
  delivered: 'success',
  failed: 'danger',
  unknown: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<MessageStatus, string>;

/** What has become of a message. */
export function MessageStatusBadge({ status }: { status: MessageStatus }) {
  return <Badge tone={TONES[status]}>{MESSAGE_STATUS_LABELS[status]}</Badge>;
}
