import { cn } from '@/components/ui/cn';
import { countOf, type StatusCounts } from '@/lib/domain/admin/campaign-progress';
import { statusesOfTab } from '@/lib/domain/admin/message-search';

const PARTS = [
  { tab: 'delivered', label: '已送达', className: 'bg-success-ink' },
  { tab: 'accepted', label: '微信已接收', className: 'bg-info-ink' },
  { tab: 'failed', label: '失败', className: 'bg-danger' },
  { tab: 'unknown', label: '结果未知', className: 'bg-primary' },
  { tab: 'cancelled', label: '已取消', className: 'bg-muted-foreground' },
  { tab: 'open', label: '还没发出', className: 'bg-input' },
] as const;

/** How a campaign's messages divide, as a bar and in words. */
export function StatusBar({ counts, className }: { counts: StatusCounts; className?: string }) {
  const parts = PARTS.map((part) => ({ ...part, messages: countOf(counts, statusesOfTab(part.tab)) }));
  const total = countOf(counts, statusesOfTab('all'));
  const isShown = ({ tab, messages }: (typeof parts)[number]) => messages > 0 || (tab === 'open' && total === 0);
  return (
    <div className={cn('grid gap-1.5', className)}>
      <span aria-hidden className="flex h-2 overflow-hidden rounded-full bg-muted">
        {parts.map(({ tab, messages, className: colour }) => (
          <span
            key={tab}
            className={cn('transition-[width] motion-reduce:transition-none', colour)}
            style={{ width: `${(messages / (total || 1)) * 100}%` }}
          />
        ))}
      </span>
      <span className="flex flex-wrap gap-x-3 text-muted-foreground text-xs tabular-nums">
        {parts.filter(isShown).map(({ tab, label, messages, className: colour }) => (
          <span key={tab} className="inline-flex items-center gap-1">
            <span aria-hidden className={cn('size-2 rounded-full', colour)} />
            {label} {messages}
          </span>
        ))}
      </span>
    </div>
  );
}
