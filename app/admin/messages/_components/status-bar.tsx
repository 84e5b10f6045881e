import { cn } from '@/components/ui/cn';
import { countOf, type StatusCounts } from '@/lib/domain/admin/campaign-progress';
import { statusesOfTab } from '@/lib/domain/admin/message-search';

const PARTS = [
  { tab: 'accepted', label: '已接收', className: 'bg-success-ink' },
  { tab: 'failed', label: '没有送达', className: 'bg-danger' },
  { tab: 'open', label: '还没发出', className: 'bg-input' },
] as const;

/** How a campaign's messages divide, as a bar and in words. */
export function StatusBar({ counts, className }: { counts: StatusCounts; className?: string }) {
  const parts = PARTS.map((part) => ({ ...part, messages: countOf(counts, statusesOfTab(part.tab)) }));
  const total = countOf(counts, statusesOfTab('all'));
  return (
    <div className={cn('grid gap-1.5', className)}>
      <span aria-hidden className="flex h-2 overflow-hidden rounded-full bg-muted">
        {parts.map(({ tab, messages, className: colour }) => (
          <span
            key={tab}
            className={cn('transition-[width]', colour)}
            style={{ width: `${(messages / (total || 1)) * 100}%` }}
          />
        ))}
      </span>
      <span className="flex flex-wrap gap-x-3 text-muted-foreground text-xs tabular-nums">
        {parts.map(({ tab, label, messages }) =>
          messages > 0 || tab === 'accepted' ? (
            <span key={tab}>
              {label} {messages}
            </span>
          ) : null,
        )}
      </span>
    </div>
  );
}
