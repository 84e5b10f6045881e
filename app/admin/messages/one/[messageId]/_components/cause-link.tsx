import Link from 'next/link';
import type { MessageTrace } from '@/lib/data/admin/message-trace';
import { campaignPath } from '@/lib/domain/admin/message-search';
import { refundPath } from '@/lib/domain/admin/refund-search';
import { CAUSE_LABELS } from '@/lib/domain/message-cause';

/** What a message is about, and the way there. */
export function CauseLink({ view: { cause, name } }: { view: MessageTrace['cause'] }) {
  const label = CAUSE_LABELS[cause.kind];
  const href = pathOf(cause, name);
  const words = name === null ? label : `${label}：${name}`;
  if (href === null) return words;
  return (
    <Link href={href} prefetch={false} className="text-link hover:underline">
      {cause.kind === 'refund' ? `${label} #${cause.id}` : words}
    </Link>
  );
}

function pathOf(cause: MessageTrace['cause']['cause'], name: string | null) {
  switch (cause.kind) {
    case 'order':
      return name === null ? null : (`/admin/orders/${name}` as const);
    case 'refund':
      return refundPath(cause.id);
    case 'campaign':
      return campaignPath(cause.id);
    default:
      return null;
  }
}
