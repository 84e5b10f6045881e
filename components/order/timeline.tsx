import { cn } from '@/components/ui/cn';
import type { TimelineEntry } from '@/lib/domain/order-timeline';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="grid">
      {entries.map((entry, index) => (
        // Several refunds may say the same.
        <li
          key={`${entry.label} ${entry.at?.getTime()}`}
          className="relative grid grid-cols-[1.5rem_minmax(0,1fr)] pb-5 last:pb-0"
        >
          {index < entries.length - 1 && (
            <span aria-hidden className="absolute top-3 bottom-0 left-[0.3125rem] w-0.5 translate-y-1 bg-border" />
          )}
          <span
            aria-hidden
            className={cn(
              'relative mt-1.5 size-3 rounded-full',
              entry.at ? 'bg-primary' : 'border-2 border-input bg-card',
            )}
          />
          <div>
            <p className={entry.at ? 'font-medium' : 'text-muted-foreground'}>{entry.label}</p>
            <p className="text-muted-foreground text-sm tabular-nums">
              {entry.at ? shanghaiMinute(entry.at) : '尚未完成'}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
